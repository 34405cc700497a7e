import { Button } from '@mantine/core';
import { useRead } from '../../api';
import { optionsOf } from '../../ui/filter-words';
import { FilterMenu } from '../../ui/FilterMenu';
import {
  evidenceStageLabels,
  purposeLabels,
  rhythmStateLabels,
  ringLabels,
  standingLabels,
} from '../../ui/words/labels';
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
      <GroupFilters view={view} set={set} />
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

/** Circles and tags, where there are any. */
function GroupFilters({ view, set }: FiltersProps) {
  const circles = useRead('circles.list', {}).data?.circles ?? [];
  const tags = useRead('tags.list', {}).data?.tags ?? [];
  return (
    <>
      {circles.length > 0 ? (
        <FilterMenu
          label="Circle"
          single
          options={circles.map(({ circle }) => ({ value: circle.id, label: circle.name }))}
          chosen={oneOf(view.circleId)}
          onChange={([circleId]) => set({ ...view, circleId: circleId ?? null })}
        />
      ) : null}
      {tags.length > 0 ? (
        <FilterMenu
          label="Tag"
          single
          options={tags.map(({ tag }) => ({ value: tag, label: tag }))}
          chosen={oneOf(view.tag)}
          onChange={([tag]) => set({ ...view, tag: tag ?? null })}
        />
      ) : null}
    </>
  );
}

function oneOf(value: string | null): string[] {
  return value === null ? [] : [value];
}
