import { Modal } from '@mantine/core';
import { type Command, type CommandGroup, commands } from '../../shared/commands';
import { Kbd } from '../ui/Kbd';
import { shortcutsOverlay } from './shortcuts';
import classes from './ShortcutSheet.module.css';

export const groupTitles: Record<CommandGroup, string> = {
  write: 'Write',
  person: 'This person',
  go: 'Go',
  edit: 'Edit',
  view: 'View',
  data: 'Your data',
  help: 'Help',
};

/** Every command that has a key, from the one list of commands. */
export function ShortcutSheet() {
  const opened = shortcutsOverlay.useArgs() !== null;
  return (
    <Modal
      opened={opened}
      onClose={shortcutsOverlay.close}
      title="Keyboard shortcuts"
      size={680}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={classes.groups}>
        {groupsWithKeys().map(([group, members]) => (
          <section key={group} className={classes.group}>
            <h3 className={classes.title}>{groupTitles[group]}</h3>
            <dl className={classes.list}>
              {members.map((command) => (
                <div key={command.id} className={classes.row}>
                  <dt>{command.title}</dt>
                  <dd>
                    <Kbd keys={command.keys ?? ''} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={classes.note}>
        Every command, also those without a key, is in the palette: <Kbd keys="Mod+K" />
      </p>
    </Modal>
  );
}

function groupsWithKeys(): [CommandGroup, Command[]][] {
  const groups = new Map<CommandGroup, Command[]>();
  for (const command of commands as readonly Command[]) {
    if (command.keys) groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  }
  return [...groups];
}
