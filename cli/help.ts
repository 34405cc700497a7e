import type { CommandName } from './arguments';

const JOURNAL = `  -j, --journal DIR        another journal than the one that the app uses`;
const PASSPHRASE = `  --passphrase-file FILE   the passphrase, on the first line of a file; or set RAPPORT_PASSPHRASE`;

const EXIT_CODES = `Exit codes: 0 fine, 1 the journal or the backup has problems, 2 wrong usage,
3 refused (in use, wrong passphrase, not confirmed), 4 could not read or write,
5 nobody, or more than one person, has that name.`;

const PROGRAM = `rapport: your journal without the app, for scripts and for the day the app does not start

  rapport check            is the journal whole? changes nothing
  rapport show PERSON      who somebody is, where you stand, what is owed
  rapport backup           writes a backup, opens it again and counts it
  rapport restore FILE     shows what a backup would change, then restores it
  rapport export --json    everything as one JSON document

  rapport COMMAND --help   more about a command
  rapport --version

Without --journal it is the journal that the app uses. Everything but restore only
reads the journal, and works while the app has it open.

${EXIT_CODES}
`;

const COMMANDS: Record<CommandName, string> = {
  check: `rapport check [--journal DIR] [--json]

Reads the journal as the app would (files, checksums, every record, the change log)
and says what is right, what is damaged, what could be rescued and what is missing.
Changes nothing. Exit code 1 when something is lost or cannot be read.

${JOURNAL}
  --json                   for scripts
`,
  show: `rapport show PERSON [--journal DIR] [--json]

PERSON is a name or a part of one; capitals and accents do not matter. When several
people answer to it they are listed, and the exit code is 5.

${JOURNAL}
  --json                   for scripts
`,
  backup: `rapport backup [--journal DIR] [--to DIR] [--passphrase-file FILE] [--yes] [--json]

Writes the same single file as the app, opens it again and counts what is in it; only
then it gets its name. Never writes over another. A damaged journal is not backed up.

${JOURNAL}
  --to DIR                 where to; otherwise the app's folder of backups
${PASSPHRASE}
                           With a passphrase the file is encrypted (age).
  --yes                    also when the journal is much smaller than its last backup
  --json                   for scripts
`,
  restore: `rapport restore FILE [--journal DIR] [--to DIR] [--passphrase-file FILE] [--yes] [--json]

Shows what restoring would change, asks, takes a safety backup of the journal as it
is, and restores. Refuses while another program has the journal open.

${JOURNAL}
  --to DIR                 where the safety backup goes; otherwise the app's folder
${PASSPHRASE}
                           With a passphrase the safety backup is encrypted too.
  --yes                    without asking; needed where there is no terminal
  --json                   for scripts
`,
  export: `rapport export --json [--journal DIR] [--to FILE]

All records as one JSON document, in an order that stays the same: two exports of the
same journal are the same byte for byte.

${JOURNAL}
  --to FILE                into a file, replaced as a whole; otherwise to the output
`,
};

/** The help of a command, or of the program. */
export function helpOf(command: CommandName | null): string {
  return command === null ? PROGRAM : `${COMMANDS[command]}\n${EXIT_CODES}\n`;
}
