import { setImmediate as nextTurn } from 'node:timers/promises';
import { sizesOf } from '../../../shared/insight/balance';
import { exchangesWith } from '../../../shared/insight/about-person';
import { heldInteractions } from '../../../shared/insight/as-of';
import { twoWayContacts } from '../../../shared/insight/contacts';
import { inOrder, type TodayLine, todayLinesOf } from '../../../shared/insight/today';
import type { PersonSlice } from '../../../shared/insight/types';
import type { CalendarDate, Id, Instant } from '../../../shared/model/primitives';
import type { RecordChange } from '../../../shared/model/record';
import type { Snooze } from '../../../shared/model/snooze';
import type { InsightCache } from './insight-cache';
import type { NormsKeeper } from './norms-keeper';
import { PerPerson } from '../tables/per-person';
import type { Tables } from '../tables/tables';

/** The lines of Today: each person's are kept until a change concerns them. */
export class TodayLines {
  private readonly people: PerPerson<TodayLine[]>;

  constructor(
    private readonly tables: Tables,
    private readonly insights: InsightCache,
    norms: NormsKeeper,
    asOf: () => Instant,
  ) {
    this.people = new PerPerson(
      tables,
      asOf,
      (personId, now) => this.compute(personId, now),
      () => norms.current(),
    );
  }

  /** In the list's order; what is snoozed on that day stands apart. */
  on(today: CalendarDate): { shown: TodayLine[]; snoozed: { line: TodayLine; until: CalendarDate }[] } {
    const away = new Map<string, Snooze>();
    for (const snooze of this.tables.all('snooze')) if (snooze.until > today) away.set(snooze.line, snooze);
    const shown: TodayLine[] = [];
    const snoozed: { line: TodayLine; until: CalendarDate }[] = [];
    for (const lines of this.people.all().values()) {
      for (const line of lines) {
        const snooze = away.get(line.key);
        if (!snooze) shown.push(line);
        else if (!snooze.done) snoozed.push({ line, until: snooze.until });
      }
    }
    snoozed.sort((a, b) =>
      a.until === b.until ? (a.line.key < b.line.key ? -1 : 1) : a.until < b.until ? -1 : 1,
    );
    return { shown: inOrder(shown), snoozed };
  }

  forget(changes: readonly RecordChange[]): void {
    this.people.forget(changes);
  }

  /** Computes everybody's ahead of the first look, one person at a time. */
  async warm(isStopped: () => boolean): Promise<void> {
    for (const personId of this.people.pending()) {
      if (isStopped()) return;
      this.people.of(personId);
      await nextTurn();
    }
  }

  private compute(personId: Id, asOf: Instant): TodayLine[] | null {
    const slice = this.insights.slice(personId);
    const insight = this.insights.of(personId);
    if (!slice || !insight) return null;
    const known = {
      rhythm: insight.rhythm,
      earned: insight.stage.earned,
      brought: broughtBy(slice, asOf),
    };
    return todayLinesOf(slice, known, asOf);
  }
}

/** What went back and forth in all the time that they have known each other. */
function broughtBy(slice: PersonSlice, asOf: Instant) {
  const exchanges = heldInteractions(slice, asOf).flatMap(({ interaction }) =>
    exchangesWith(interaction, slice.person.id).map(({ exchange }) => exchange),
  );
  return { ...sizesOf(exchanges), contacts: twoWayContacts(slice, asOf).length };
}
