import { Button, Popover, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { datePresets, datesTitle } from './date-spans';
import classes from './DatesFilter.module.css';
import filter from './FilterMenu.module.css';
import { useToday } from './useToday';

interface DatesFilterProps {
  from: string;
  to: string;
  problem: string | null;
  onChange: (span: { from: string; to: string }) => void;
}

/** Filters a list by days: a usual span, or from one day to another. */
export function DatesFilter({ from, to, problem, onChange }: DatesFilterProps) {
  const today = useToday();
  return (
    <Popover position="bottom-start" shadow="md" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="compact-md"
          className={filter.button ?? ''}
          data-chosen={from !== '' || to !== '' || undefined}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
        >
          {datesTitle(from, to, today)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Dates">
        <div className={classes.presets}>
          {datePresets(today).map((preset) => (
            <Button
              key={preset.label}
              variant="light"
              size="compact-sm"
              onClick={() => onChange({ from: preset.from, to: preset.to })}
            >
              {preset.label}
            </Button>
          ))}
        </div>
        <div className={classes.span}>
          <TextInput
            type="date"
            label="From"
            value={from}
            onChange={(event) => onChange({ from: event.currentTarget.value, to })}
          />
          <TextInput
            type="date"
            label="To"
            value={to}
            error={problem}
            onChange={(event) => onChange({ from, to: event.currentTarget.value })}
          />
        </div>
        {from !== '' || to !== '' ? (
          <Button variant="subtle" size="compact-sm" mt={10} onClick={() => onChange({ from: '', to: '' })}>
            Any date
          </Button>
        ) : null}
      </Popover.Dropdown>
    </Popover>
  );
}
