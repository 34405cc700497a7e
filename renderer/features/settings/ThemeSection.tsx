import { SegmentedControl } from '@mantine/core';
import type { Theme } from '../../../shared/contract/app';
import type { CommandId } from '../../../shared/commands';
import { runCommand } from '../../ui/commands';
import { Section } from './Section';

const CHOICES: { value: Theme; label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

const COMMANDS: Record<Theme, CommandId> = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' };

export function ThemeSection({ theme }: { theme: Theme }) {
  return (
    <Section name="theme" title="Theme">
      <div>
        <SegmentedControl
          aria-label="Theme"
          data={CHOICES}
          value={theme}
          onChange={(chosen) => runCommand(COMMANDS[chosen])}
        />
      </div>
    </Section>
  );
}
