import { Button, Group, Table } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { CheckedFile, JournalCheck } from '../../../shared/contract/check';
import type { Counts } from '../../../shared/contract/journal';
import { call, callErrorOf } from '../../api';
import { runCommand } from '../../ui/commands';
import { formatClock, formatCount, formatNumber } from '../../../shared/words/dates';
import { ErrorNote } from '../../ui/ErrorNote';
import { JobProgress } from '../../ui/JobProgress';
import { useFocusOnReturn } from '../../ui/useFocusOnReturn';
import { Section } from './Section';
import classes from './Settings.module.css';
import { useTask } from '../../ui/useTask';

/** Whether the files on the disk are whole, in plain words, and the way to mend them. */
export function CheckSection({ counts }: { counts: Counts }) {
  const [check, setCheck] = useState<JournalCheck | null>(null);
  const task = useTask();
  const checker = useFocusOnReturn<HTMLButtonElement>(task.busy);
  const wasCancelled = task.error !== null && callErrorOf(task.error).code === 'cancelled';
  const run = (name: 'check.journal' | 'check.mend') => task.run(async () => setCheck(await call(name, {})));
  return (
    <Section
      name="check"
      title="Check my journal"
      description="Reads every file anew from the disk and holds it against what is open here. Changes nothing."
    >
      <Group gap="md">
        <Button ref={checker} variant="default" loading={task.busy} onClick={() => run('check.journal')}>
          Check now
        </Button>
        {check && !task.busy ? <Verdict check={check} counts={counts} /> : null}
      </Group>
      {task.busy ? <JobProgress job="check" label="Reading" canCancel /> : null}
      {wasCancelled ? <p className={classes.quiet}>Not checked: you cancelled it.</p> : null}
      {task.error === null || wasCancelled ? null : (
        <ErrorNote error={task.error} title="The journal could not be checked" />
      )}
      {check ? <Found check={check} busy={task.busy} onMend={() => run('check.mend')} /> : null}
    </Section>
  );
}

function isWhole({ problems, differing }: JournalCheck): boolean {
  return problems.length === 0 && differing === 0;
}

function Verdict({ check, counts }: { check: JournalCheck; counts: Counts }) {
  if (!isWhole(check))
    return (
      <p className={classes.damaged} role="status">
        <IconAlertTriangle size={18} aria-hidden="true" />
        <span>Not all is well, checked {formatClock(check.checkedAt)}</span>
      </p>
    );
  const people = formatCount(counts.people, 'person', 'people');
  const entries = formatCount(counts.interactions, 'entry', 'entries');
  return (
    <p className={classes.verified} role="status">
      <IconCircleCheck size={18} aria-hidden="true" />
      <span>
        All is well: {people}, {entries}, checked {formatClock(check.checkedAt)}
      </span>
    </p>
  );
}

interface FoundProps {
  check: JournalCheck;
  busy: boolean;
  onMend: () => void;
}

function Found({ check, busy, onMend }: FoundProps) {
  const { problems, notes, differing, canMend, files } = check;
  return (
    <>
      {problems.map((problem) => (
        <p key={problem} className={classes.found}>
          {problem}
        </p>
      ))}
      {differing > 0 ? <p className={classes.found}>{differingWords(differing)}</p> : null}
      {canMend ? (
        <>
          <p className={classes.quiet}>
            What is open here is whole: the files can be written anew from it. A file that is damaged is kept
            aside as it is.
          </p>
          <Group gap="sm">
            <Button loading={busy} onClick={onMend}>
              Write the files anew
            </Button>
            <Button variant="default" onClick={() => runCommand('restore')}>
              Compare with a backup…
            </Button>
          </Group>
        </>
      ) : null}
      {notes.map((note) => (
        <p key={note} className={classes.quiet}>
          {note}
        </p>
      ))}
      <FileTable files={files} />
    </>
  );
}

function differingWords(count: number): string {
  return count === 1
    ? 'One record is not on the disk as it is open here.'
    : `${formatNumber(count)} records are not on the disk as they are open here.`;
}

const STATES: Record<CheckedFile['state'], string> = {
  ok: 'as Rapport wrote it',
  damaged: 'damaged',
  changed: 'changed by something else',
  unreadable: 'cannot be read',
  missing: 'missing',
};

function FileTable({ files }: { files: readonly CheckedFile[] }) {
  return (
    <Table className={classes.files ?? ''} verticalSpacing={6}>
      <caption className={classes.caption}>The files of the journal</caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">File</Table.Th>
          <Table.Th scope="col">State</Table.Th>
          <Table.Th scope="col">In it</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {files.map(({ file, state, items }) => (
          <Table.Tr key={file}>
            <Table.Th scope="row">{file}</Table.Th>
            <Table.Td data-state={state}>{STATES[state]}</Table.Td>
            <Table.Td>{contentWords(file, items)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function contentWords(file: string, items: number): string {
  if (file.startsWith('history/')) return formatCount(items, 'earlier version', 'earlier versions');
  if (file.endsWith('.ndjson')) return formatCount(items, 'change', 'changes');
  return formatCount(items, 'record', 'records');
}
