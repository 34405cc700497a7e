import {
  IconAffiliate,
  IconCalendarEvent,
  IconChecklist,
  IconCircles,
  IconNotes,
  IconUser,
} from '@tabler/icons-react';
import type { SearchHit } from '../../../shared/contract/interactions';
import { formatDay } from '../../../shared/words/dates';
import { Marked } from '../../ui/Marked';
import { hitTypeLabels } from './hit-words';
import classes from './SearchPage.module.css';

const icons = {
  person: IconUser,
  interaction: IconNotes,
  promise: IconChecklist,
  gathering: IconCalendarEvent,
  circle: IconCircles,
  introduction: IconAffiliate,
} as const satisfies Record<SearchHit['type'], unknown>;

/** One hit: what it is, its name and the words that answer the search, marked. */
export function HitRow({ hit }: { hit: SearchHit }) {
  const Icon = icons[hit.type];
  return (
    <div className={classes.hit} data-type={hit.type}>
      <Icon className={classes.icon} size={18} aria-hidden="true" />
      <div className={classes.words}>
        <p className={classes.title}>
          <Marked excerpt={hit.title} />
        </p>
        {hit.excerpt ? (
          <p className={classes.excerpt}>
            <Marked excerpt={hit.excerpt} />
          </p>
        ) : null}
      </div>
      <p className={classes.aside}>
        {hitTypeLabels[hit.type]}
        {hit.on ? <span className={classes.on}>{formatDay(hit.on)}</span> : null}
      </p>
    </div>
  );
}
