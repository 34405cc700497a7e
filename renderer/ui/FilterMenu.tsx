import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { filterTitle, type FilterOption } from './filter-words';
import classes from './FilterMenu.module.css';

interface FilterMenuProps {
  /** What is filtered by: "Stage". */
  label: string;
  options: readonly FilterOption[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  /** Only one at a time; the first item, "any", takes the choice back. */
  single?: boolean;
}

/**
 * One filter of a list: a button that says what is chosen, and a menu with the choices. In a long one the first letters
 * lead to a choice.
 */
export function FilterMenu({ label, options, chosen, onChange, single = false }: FilterMenuProps) {
  return (
    <Menu position="bottom-start" closeOnItemClick={single} menuItemTabIndex={0}>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-md"
          className={classes.button ?? ''}
          data-chosen={chosen.length > 0 || undefined}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
        >
          {filterTitle(label, options, chosen)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown ?? ''} aria-label={label}>
        {single ? (
          <SingleItems {...{ label, options, chosen, onChange }} />
        ) : (
          <Menu.CheckboxGroup value={[...chosen]} onChange={onChange}>
            {options.map(({ value, label: words }) => (
              <Menu.CheckboxItem key={value} value={value}>
                {words}
              </Menu.CheckboxItem>
            ))}
          </Menu.CheckboxGroup>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

const ANY = '';

function SingleItems({ label, options, chosen, onChange }: Omit<FilterMenuProps, 'single'>) {
  return (
    <Menu.RadioGroup value={chosen[0] ?? ANY} onChange={(value) => onChange(value === ANY ? [] : [value])}>
      <Menu.RadioItem value={ANY} closeMenuOnClick>{`Any ${label.toLowerCase()}`}</Menu.RadioItem>
      {options.map(({ value, label: words }) => (
        <Menu.RadioItem key={value} value={value} closeMenuOnClick>
          {words}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
