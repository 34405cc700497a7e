import type { Person } from '../../../../shared/model/person';
import { Markdown } from '../../../ui/Markdown';
import { openPersonForm } from '../overlays';
import classes from './Side.module.css';
import { SideCard } from './SideCard';

/** What they look for, whom to send them, whom they use already, and what you share. */
export function LookingFor({ person }: { person: Person }) {
  const { needs = [], inCommon = [], incumbents = [], idealReferral } = person;
  const empty = needs.length + inCommon.length + incumbents.length === 0 && !idealReferral;
  return (
    <SideCard title="Looking for">
      {needs.map((need) => (
        <p key={need} className={classes.words}>
          {need}
        </p>
      ))}
      {idealReferral ? (
        <>
          <h3 className={classes.subtitle}>Send them</h3>
          <Markdown text={idealReferral} />
        </>
      ) : null}
      {incumbents.length > 0 ? (
        <p className={classes.dim}>For what you do they have: {incumbents.join(', ')}</p>
      ) : null}
      {inCommon.length > 0 ? <p className={classes.dim}>In common: {inCommon.join(', ')}</p> : null}
      {empty ? (
        <p className={classes.dim}>
          Not known yet. Ask what they need, then{' '}
          <button
            type="button"
            className={classes.link}
            onClick={() => openPersonForm({ editId: person.id })}
          >
            note it here
          </button>
          .
        </p>
      ) : null}
    </SideCard>
  );
}
