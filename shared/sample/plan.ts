import type { InteractionKind } from '../model/interaction';
import type { When } from './calendar';
import { randomFrom } from './random';

/** One contact of a plan, before it has words. */
export interface PlannedContact {
  on: When | undefined;
  gathering: string | undefined;
  kind: InteractionKind;
  theyBegan: boolean;
  unanswered: boolean;
  turnedOut: 'held' | 'theyCancelled' | 'iCancelled' | 'noShow' | 'planned';
}

const KINDS: Record<string, InteractionKind> = {
  coffee: 'coffee',
  one: 'oneToOne',
  meal: 'meal',
  call: 'call',
  video: 'video',
  mail: 'email',
  msg: 'message',
  letter: 'letter',
  post: 'social',
  other: 'other',
};

const TURNED_OUT = { x: 'theyCancelled', m: 'iCancelled', n: 'noShow', p: 'planned' } as const;

const CONTACT = /^(today[+-]\d+|-?\d+)(mon|tue|wed|thu|fri|sat|sun)?:([a-z]+)(!?)(-?)(?:~([xmnp]))?$/;

/** Reads `60:coffee 58fri:mail!-`. A word that is no kind is a gathering of that week: `61:club`. */
export function contactsOf(plan: string): PlannedContact[] {
  return plan
    .split(/\s+/)
    .filter(Boolean)
    .map((text) => {
      const [, week, weekday, word, began, silent, outcome] = CONTACT.exec(text) ?? [];
      if (week === undefined || word === undefined) throw new Error(`Not a contact: "${text}".`);
      const kind = KINDS[word];
      const day = weekday ?? randomFrom(text + plan).pick(['mon', 'tue', 'wed', 'thu', 'fri']);
      return {
        on: kind ? (week.startsWith('today') ? week : `${week} ${day}`) : undefined,
        gathering: kind ? undefined : `${word}-${week}`,
        kind: kind ?? 'gathering',
        theyBegan: began === '!',
        unanswered: silent === '-',
        turnedOut: outcome ? TURNED_OUT[outcome as keyof typeof TURNED_OUT] : 'held',
      };
    });
}
