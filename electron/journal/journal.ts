import { standingAsOf } from '../../shared/model/person';
import type { Named, PersonName } from '../../shared/contract/common';
import type { CalendarDate, Id, Instant } from '../../shared/model/primitives';
import { dateOf, localInstant } from '../../shared/model/time';
import { InsightCache } from './insights/insight-cache';
import type { JournalStore } from './journal-store';
import { NormsKeeper } from './insights/norms-keeper';
import { NetworkInsights } from './insights/network-insights';
import { TodayLines } from './insights/today-lines';
import { FoldedTexts } from './search/folded-texts';
import type { Tables } from './tables/tables';

/** The day that a view shows, and its end: what happened later has not happened yet. */
export interface Look {
  day: CalendarDate;
  asOf: Instant;
  past: boolean;
}

/** What the views work on: the records, and what was computed from them. */
export class ReadableJournal {
  readonly norms: NormsKeeper;
  readonly insights: InsightCache;
  readonly todayLines: TodayLines;
  readonly network: NetworkInsights;
  readonly texts: FoldedTexts;
  /** Counts up with each change: what was computed at another version is out of date. */
  version = 0;

  constructor(
    readonly tables: Tables,
    readonly now: () => Date,
  ) {
    const asOf = (): Instant => this.asOf();
    this.norms = new NormsKeeper(tables, asOf);
    this.insights = new InsightCache(tables, this.norms, asOf);
    this.todayLines = new TodayLines(tables, this.insights, this.norms, asOf);
    this.network = new NetworkInsights(tables, this.insights, this.norms, asOf);
    this.texts = new FoldedTexts(tables);
  }

  today(): CalendarDate {
    return dateOf(localInstant(this.now()));
  }

  /** The end of today: what is noted for later today counts, and figures hold still for the whole day. */
  asOf(): Instant {
    return endOfDay(this.today());
  }

  /** Today, or the past day that a view is asked for. */
  look(on: CalendarDate | undefined): Look {
    const today = this.today();
    if (on === undefined || on >= today) return { day: today, asOf: this.asOf(), past: false };
    return { day: on, asOf: endOfDay(on), past: true };
  }

  personName(id: Id): PersonName {
    const person = this.tables.get('person', id);
    if (!person) return { id, name: 'Somebody no longer in the journal', standing: 'active' };
    const name: PersonName = { id, name: person.name, standing: standingAsOf(person, this.today()) };
    return person.organisation === undefined ? name : { ...name, organisation: person.organisation };
  }

  circleName(id: Id): Named | null {
    const circle = this.tables.get('circle', id);
    return circle ? { id, name: circle.name } : null;
  }

  gatheringName(id: Id | undefined): Named | null {
    const gathering = id === undefined ? undefined : this.tables.get('gathering', id);
    return gathering ? { id: gathering.id, name: gathering.name } : null;
  }
}

/** What the changes work on as well: the open journal, which is ours to write. */
export class Journal extends ReadableJournal {
  constructor(
    readonly store: JournalStore,
    now: () => Date,
  ) {
    super(store.tables, now);
    store.on('changed', (changes) => {
      this.version += 1;
      this.norms.forget(changes);
      this.insights.forget(changes);
      this.todayLines.forget(changes);
      this.network.forget(changes);
      this.texts.forget(changes);
    });
  }
}

/** The last second of a calendar day, here. */
export function endOfDay(day: CalendarDate): Instant {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const end = new Date(2000, month - 1, date, 23, 59, 59);
  // Not by the constructor: it takes the years up to 99 for those of the last century.
  end.setFullYear(year, month - 1, date);
  // Only the offset is taken from it: before the time zones it had seconds, which would end the day on the next.
  const offset = localInstant(end).slice(-'+00:00'.length);
  return `${day}T23:59:59${offset}`;
}
