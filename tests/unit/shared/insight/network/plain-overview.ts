/**
 * The figures over everybody once more, the plain way: everything in lists, counted anew each time. Slow and without
 * anything that is kept up to date, so that it can tell whether what is kept up to date is right.
 */
import { isAboveStage } from '../../../../../shared/insight/asks';
import type { Contribution } from '../../../../../shared/insight/network/contribution';
import { GROUNDS } from '../../../../../shared/insight/network/meetings';
import { PROMISE_STATES } from '../../../../../shared/insight/network/promise-refs';
import { SPOTS } from '../../../../../shared/insight/network/spots';

const STAGES = ['none', 'know', 'like', 'trust'] as const;

export function plainOverview(all: readonly Contribution[]) {
  const active = all.filter(({ standing }) => standing === 'active');
  const planned = all.flatMap((one) => one.planned);
  const promises = (side: 'mine' | 'theirs') =>
    Object.fromEntries(
      PROMISE_STATES.map((state) => [state, all.flatMap((one) => one.promises[side][state]).length]),
    );
  return {
    people: all.length,
    now: Object.fromEntries(STAGES.map((at) => [at, all.filter(({ stage }) => stage === at).length])),
    parted: all.filter(({ parting }) => parting !== null).length,
    likedLately: all.filter((one) => one.likedLately).length,
    mentors: active.filter(({ balance }) => balance.mentor).length,
    met: all.filter(({ connected }) => connected !== null && connected.again !== null).length,
    again: all.filter(({ connected }) => connected?.again === true).length,
    breakdown: countedBy(all.flatMap(({ reasons }) => reasons.map(({ reason }) => ({ key: reason, id: '' }))))
      .all,
    conduct: countedBy(
      all.flatMap(({ conduct }) => conduct.map((one) => ({ key: `${one.who} ${one.code}`, id: one.ref.id }))),
    ).distinct,
    pitches: countedBy(
      all.flatMap(({ pitches }) =>
        pitches.map((one) => ({ key: `${one.who} ${one.level}`, id: one.ref.id })),
      ),
    ).distinct,
    planned: countedBy(planned.map((one) => ({ key: one.outcome, id: one.ref.id }))).distinct,
    reminders: [...new Map(planned.map(({ ref, reminders }) => [ref.id, reminders])).values()].reduce(
      (sum, reminders) => sum + reminders,
      0,
    ),
    sent: countedBy(
      all.flatMap(({ invitations }) => invitations.map((one) => ({ key: one.side, id: one.ref.id }))),
    ).distinct,
    grounds: GROUNDS.map((ground) => {
      const notes = all.flatMap((one) => one.grounds).filter((note) => note.ground === ground);
      return {
        meetings: new Set(notes.map(({ ref }) => ref.id)).size,
        travelMinutes: meanOf(notes.flatMap(({ travelMinutes }) => travelMinutes ?? [])),
      };
    }),
    promises: { mine: promises('mine'), theirs: promises('theirs') },
    doors: countedBy(all.flatMap(({ leads }) => leads.map(({ by }) => ({ key: by, id: '' })))).all,
    purposes: countedBy(
      all.flatMap(({ purposes }) => [...new Set(purposes)].map((purpose) => ({ key: purpose, id: '' }))),
    ).all,
    asks: STAGES.map((stage) => {
      const asks = all.flatMap((one) => one.asks).filter((ask) => ask.stage === stage);
      return {
        asked: new Set(asks.map(({ interactionId }) => interactionId)).size,
        early: asks.filter(isAboveStage).length,
      };
    }),
    spots: Object.fromEntries(
      SPOTS.flatMap((spot) =>
        (['ended', 'lasting'] as const).map((side) => {
          const values = all.flatMap((one) => (one.side === side ? (one.spots[spot]?.value ?? []) : []));
          return [`${spot} ${side}`, { n: values.length, mean: meanOf(values) }];
        }),
      ),
    ),
  };
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** How many of each key: all of them, and only the different ones. */
function countedBy(items: readonly { key: string; id: string }[]) {
  const keys = [...new Set(items.map(({ key }) => key))].sort();
  const of = (key: string) => items.filter((item) => item.key === key).map(({ id }) => id);
  return {
    all: Object.fromEntries(keys.map((key) => [key, of(key).length])),
    distinct: Object.fromEntries(keys.map((key) => [key, new Set(of(key)).size])),
  };
}
