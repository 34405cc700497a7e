import { Button } from '@mantine/core';
import { DatesFilter } from '../../ui/DatesFilter';
import { optionsOf } from '../../ui/filter-words';
import { FilterMenu } from '../../ui/FilterMenu';
import { GroupFilters, oneOf } from '../../ui/GroupFilters';
import { PersonFilter } from '../../ui/PersonFilter';
import { evidenceStageLabels, kindLabels, statusLabels } from '../../../shared/words/labels';
import { everything, isFiltered, JournalView, spanProblem } from './journal-view';

const fields = JournalView.shape;

/** The filters of the journal and of the search. What comes out of a menu is parsed: menus know only text. */
export function JournalFilters({ view, set }: { view: JournalView; set: (view: JournalView) => void }) {
  return (
    <>
      <PersonFilter person={view.person} onChange={(person) => set({ ...view, person })} />
      <DatesFilter
        from={view.from}
        to={view.to}
        problem={spanProblem(view)}
        onChange={(span) => set({ ...view, ...span })}
      />
      <FilterMenu
        label="Kind"
        options={optionsOf(kindLabels)}
        chosen={view.kinds}
        onChange={(kinds) => set({ ...view, kinds: fields.kinds.parse(kinds) })}
      />
      <FilterMenu
        label="Stage"
        single
        options={optionsOf(evidenceStageLabels)}
        chosen={oneOf(view.stage)}
        onChange={([stage]) => set({ ...view, stage: fields.stage.parse(stage ?? null) })}
      />
      <GroupFilters
        circleId={view.circleId}
        tag={view.tag}
        onChange={(change) => set({ ...view, ...change })}
      />
      <FilterMenu
        label="Status"
        options={optionsOf(statusLabels)}
        chosen={view.statuses}
        onChange={(statuses) => set({ ...view, statuses: fields.statuses.parse(statuses) })}
      />
      {isFiltered(view) ? (
        <Button variant="subtle" size="compact-md" onClick={() => set(everything)}>
          Clear filters
        </Button>
      ) : null}
    </>
  );
}
