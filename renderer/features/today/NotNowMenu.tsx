import { Menu } from '@mantine/core';
import { Kbd } from '../../ui/Kbd';
import { NotNowButton } from './NotNowButton';
import type { LineAction } from './useLineActions';

interface NotNowMenuProps {
  title: string;
  tabIndex: number;
  onAction: (action: LineAction) => void;
  /** From the beginning. */
  opened: boolean;
}

/** For how long a line is put off, and what else one can do instead. */
export function NotNowMenu({ title, tabIndex, onAction, opened }: NotNowMenuProps) {
  return (
    <Menu position="bottom-end" defaultOpened={opened}>
      <Menu.Target>
        <NotNowButton title={title} tabIndex={tabIndex} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Not now</Menu.Label>
        <Menu.Item rightSection={<Kbd keys="3" />} onClick={() => onAction({ kind: 'putOff', days: 3 })}>
          For 3 days
        </Menu.Item>
        <Menu.Item rightSection={<Kbd keys="7" />} onClick={() => onAction({ kind: 'putOff', days: 7 })}>
          For 7 days
        </Menu.Item>
        <Menu.Item rightSection={<Kbd keys="2" />} onClick={() => onAction({ kind: 'putOff', days: 14 })}>
          For 2 weeks
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item rightSection={<Kbd keys="W" />} onClick={() => onAction({ kind: 'write' })}>
          Write it down
        </Menu.Item>
        <Menu.Item rightSection={<Kbd keys="D" />} onClick={() => onAction({ kind: 'done' })}>
          Done
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
