import type { PersonRow } from '../../../shared/contract/people';
import { initialsOf } from '../../ui/initials';
import { evidenceStageLabels, ringLabels, standingLabels } from '../../../shared/words/labels';
import { firstOf, giveAndTakeWords, readWords, rhythmWords, workWords } from './row-words';
import classes from './PeoplePage.module.css';

const GROUPS_SHOWN = 3;

/** One person as a row of the list: the cells. */
export function PersonCells({ row }: { row: PersonRow }) {
  return (
    <div className={classes.cells} role="presentation">
      <NameCell row={row} />
      <StageCell row={row} />
      <RhythmCell row={row} />
      <BalanceCell row={row} />
      <GroupsCell row={row} />
    </div>
  );
}

function NameCell({ row }: { row: PersonRow }) {
  const work = workWords(row);
  return (
    <div className={classes.who} role="rowheader">
      <span className={classes.initials} aria-hidden="true">
        {initialsOf(row.name)}
      </span>
      <span className={classes.lines}>
        <bdi className={classes.name}>{row.name}</bdi>
        {work ? <bdi className={classes.second}>{work}</bdi> : null}
      </span>
    </div>
  );
}

function StageCell({ row }: { row: PersonRow }) {
  const read = readWords(row);
  return (
    <div className={classes.lines} role="gridcell">
      <span className={classes.stage} data-stage={row.stage}>
        {evidenceStageLabels[row.stage]}
      </span>
      {read ? <span className={classes.second}>{read}</span> : null}
    </div>
  );
}

function RhythmCell({ row }: { row: PersonRow }) {
  const { state, reason, tone } = rhythmWords(row);
  const standing = row.standing === 'active' ? null : standingLabels[row.standing];
  return (
    <div className={classes.lines} role="gridcell">
      <span className={classes.rhythm} data-tone={tone}>
        {standing ?? state}
      </span>
      {reason === '' ? null : <span className={classes.second}>{reason}</span>}
    </div>
  );
}

function BalanceCell({ row }: { row: PersonRow }) {
  const words = giveAndTakeWords(row);
  if (words === null) {
    return (
      <div className={classes.lines} role="gridcell">
        <span className={classes.second}>nothing noted</span>
      </div>
    );
  }
  const all = row.given + row.received;
  return (
    <div className={classes.lines} role="gridcell">
      <span>{words}</span>
      <span className={classes.balance} aria-hidden="true">
        {row.given > 0 ? <span className={classes.given} style={{ flexGrow: row.given / all }} /> : null}
        {row.received > 0 ? (
          <span className={classes.received} style={{ flexGrow: row.received / all }} />
        ) : null}
      </span>
    </div>
  );
}

function GroupsCell({ row }: { row: PersonRow }) {
  const groups = [
    ...(row.ring ? [{ key: 'ring', label: ringLabels[row.ring], ring: true }] : []),
    ...row.circles.map(({ id, name }) => ({ key: id, label: name, ring: false })),
    ...row.tags.map((tag) => ({ key: `#${tag}`, label: tag, ring: false })),
  ];
  const { shown, more } = firstOf(groups, GROUPS_SHOWN);
  return (
    <div className={classes.groups} role="gridcell">
      {shown.map(({ key, label, ring }) => (
        <bdi key={key} className={classes.chip} data-ring={ring || undefined}>
          {label}
        </bdi>
      ))}
      {more > 0 ? <span className={classes.second}>{`${more} more`}</span> : null}
    </div>
  );
}
