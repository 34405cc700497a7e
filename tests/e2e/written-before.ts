import type { Page } from '@playwright/test';
import type { Answer } from '../../shared/contract/contract';
import type { GatheringFields } from '../../shared/contract/gatherings';
import type { Debrief } from '../../shared/contract/interactions';
import type { PersonFields } from '../../shared/contract/people';
import { dateOf, localInstant } from '../../shared/model/time';

type EntryFields = Partial<Omit<Debrief['interaction'], 'participants' | 'at'>>;
type Closed = 'kept' | 'late' | 'broken';

/** Noon of a day so many days back, as the computer's clock says it. */
function noon(daysAgo: number): string {
  const now = new Date();
  return localInstant(new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo, 12));
}

export function dayBefore(daysAgo: number): string {
  return dateOf(noon(daysAgo));
}

/**
 * What stood in the journal before the test types: saved from the page through the app's own contract, so that it is
 * checked, kept on the disk and shown as if it had been typed, only quicker. People are called by their names.
 */
export class WrittenBefore {
  private readonly ids = new Map<string, string>();

  constructor(private readonly page: Page) {}

  async person(name: string, facts: Omit<PersonFields, 'name'> = {}): Promise<string> {
    const answer = await this.page.evaluate(
      (person) => window.rapport.people.save({ editing: null, person }),
      {
        ...facts,
        name,
      },
    );
    const { id } = saved(answer);
    this.ids.set(name, id);
    return id;
  }

  /** A meeting with one person, who is new if nobody is called so; a coffee unless it says otherwise. */
  async met(name: string, daysAgo: number, facts: EntryFields = {}): Promise<void> {
    const personId = await this.idOf(name);
    const interaction = {
      kind: 'coffee' as const,
      status: 'held' as const,
      ...facts,
      participants: [{ personId }],
      at: noon(daysAgo),
    };
    const answer = await this.page.evaluate(
      (entry) =>
        window.rapport.interactions.save({ editing: null, interaction: entry, newPeople: [], promises: [] }),
      interaction,
    );
    saved(answer);
  }

  /** A promise of mine that was closed on the day it was due. */
  async promised(name: string, what: string, madeDaysAgo: number, status: Closed): Promise<void> {
    const closedOn = dayBefore(madeDaysAgo - 1);
    const promise = {
      personId: await this.idOf(name),
      by: 'me' as const,
      what,
      madeOn: dayBefore(madeDaysAgo),
      dueOn: closedOn,
      status,
      closedOn,
    };
    saved(
      await this.page.evaluate(
        (fields) => window.rapport.promises.save({ editing: null, promise: fields }),
        promise,
      ),
    );
  }

  async gathering(name: string, daysAgo: number, facts: Partial<GatheringFields> = {}): Promise<string> {
    const gathering = { ...facts, name, from: noon(daysAgo) };
    const answer = await this.page.evaluate(
      (fields) => window.rapport.gatherings.save({ editing: null, gathering: fields }),
      gathering,
    );
    return saved(answer).id;
  }

  async circle(name: string): Promise<string> {
    return saved(
      await this.page.evaluate((fields) => window.rapport.circles.save({ editing: null, circle: fields }), {
        name,
      }),
    ).id;
  }

  /** One person told the user to meet another. */
  async introduced(by: string, to: string, daysAgo: number): Promise<void> {
    const introduction = {
      by: await this.idOf(by),
      a: 'me' as const,
      b: await this.idOf(to),
      at: noon(daysAgo),
    };
    const answer = await this.page.evaluate(
      (fields) => window.rapport.introductions.save({ editing: null, introduction: fields, newPeople: [] }),
      introduction,
    );
    saved(answer);
  }

  private async idOf(name: string): Promise<string> {
    return this.ids.get(name) ?? this.person(name);
  }
}

function saved<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`Not saved: ${answer.error.message}`);
  return answer.value;
}
