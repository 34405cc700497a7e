import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { type PeopleSort, PeopleView, sortedBy, sortLabels } from './people-view';
import classes from './PeoplePage.module.css';

interface SortProps {
  view: PeopleView;
  set: (view: PeopleView) => void;
}

/** The heads of the columns. Those that can be sorted by are buttons; the menu at the end has the other orders. */
export function PeopleHead({ view, set }: SortProps) {
  return (
    <div role="row" className={classes.head} aria-rowindex={1}>
      <SortableHead sort="name" label="Name" view={view} set={set} />
      <SortableHead sort="stage" label="Stage" view={view} set={set} />
      <SortableHead sort="rhythm" label="Rhythm" view={view} set={set} />
      <div role="columnheader">Give and take</div>
      <div role="columnheader">Circles and tags</div>
    </div>
  );
}

function SortableHead({ sort, label, view, set }: SortProps & { sort: PeopleSort; label: string }) {
  const sorted = view.sort === sort;
  const order = view.descending ? 'descending' : 'ascending';
  const Arrow = view.descending ? IconArrowDown : IconArrowUp;
  return (
    <div role="columnheader" aria-sort={sorted ? order : 'none'}>
      <button type="button" className={classes.sort} onClick={() => set(sortedBy(view, sort))}>
        {label}
        {sorted ? <Arrow size={13} aria-hidden="true" /> : null}
      </button>
    </div>
  );
}

/** Every order of the list, those without a column too. */
export function SortMenu({ view, set }: SortProps) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={`Sorted by ${sortLabels[view.sort].toLowerCase()}; change the order`}
        >
          <IconArrowsSort size={16} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Sort by</Menu.Label>
        <Menu.RadioGroup
          value={view.sort}
          onChange={(sort) => set(sortedBy(view, PeopleView.shape.sort.parse(sort)))}
        >
          {Object.entries(sortLabels).map(([sort, label]) => (
            <Menu.RadioItem key={sort} value={sort}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.CheckboxItem checked={view.descending} onChange={(descending) => set({ ...view, descending })}>
          Other way round
        </Menu.CheckboxItem>
      </Menu.Dropdown>
    </Menu>
  );
}
