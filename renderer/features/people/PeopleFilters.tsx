import { Button } from '@mantine/core';
import { optionsOf } from '../../ui/filter-words';
import { FilterMenu } from '../../ui/FilterMenu';
import { GroupFilters, oneOf } from '../../ui/GroupFilters';
import {
  evidenceStageLabels,
  purposeLabels,
  rhythmStateLabels,
  ringLabels,
  standingLabels,
} from '../../../shared/words/labels';
import { isFiltered, PeopleView, withoutFilters } from './people-view';

const fields = PeopleView.shape;

interface FiltersProps {
  view: PeopleView;
  set: (view: PeopleView) => void;
}

/** The filters of the list of people. What comes out of a menu is parsed: menus know only text. */
export function PeopleFilters({ view, set }: FiltersProps) {
  return (
    <>
      <FilterMenu
        label="Stage"
        options={optionsOf(evidenceStageLabels)}
        chosen={view.stages}
        onChange={(stages) => set({ ...view, stages: fields.stages.parse(stages) })}
      />
      <FilterMenu
        label="Rhythm"
        options={optionsOf(rhythmStateLabels)}
        chosen={view.rhythms}
        onChange={(rhythms) => set({ ...view, rhythms: fields.rhythms.parse(rhythms) })}
      />
      <GroupFilters
        circleId={view.circleId}
        tag={view.tag}
        onChange={(change) => set({ ...view, ...change })}
      />
      <FilterMenu
        label="Purpose"
        single
        options={optionsOf(purposeLabels)}
        chosen={oneOf(view.purpose)}
        onChange={([purpose]) => set({ ...view, purpose: fields.purpose.parse(purpose ?? null) })}
      />
      <FilterMenu
        label="Ring"
        single
        options={optionsOf(ringLabels)}
        chosen={oneOf(view.ring)}
        onChange={([ring]) => set({ ...view, ring: fields.ring.parse(ring ?? null) })}
      />
      <FilterMenu
        label="Standing"
        options={optionsOf(standingLabels)}
        chosen={view.standings}
        onChange={(standings) => set({ ...view, standings: fields.standings.parse(standings) })}
      />
      {isFiltered(view) ? (
        <Button variant="subtle" size="compact-md" onClick={() => set(withoutFilters(view))}>
          Clear filters
        </Button>
      ) : null}
    </>
  );
}
