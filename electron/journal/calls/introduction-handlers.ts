import type { ParsedInput } from '../../../shared/contract/contract';
import type { CalendarDate } from '../../../shared/model/primitives';
import { deleteIntroduction, markIntroduction, saveIntroduction } from '../changes/introductions';
import { change, type Handlers, labelOf } from './handling';
import type { Journal } from '../journal';
import { leadsToPerson, pairingsOfPerson } from '../insights/leads';
import { getIntroduction, introductionsOf } from '../views/introductions';
import { networkPage } from '../views/network';

/** Who introduced whom, and what is still open towards the introducers. */
export function introductionHandlers(journal: Journal): Handlers<'introductions' | 'network'> {
  return {
    'network.page': () => networkPage(journal),
    'introductions.of': ({ id, on }) => introductionsOf(journal, id, journal.look(on).asOf),
    'introductions.get': ({ id }) => getIntroduction(journal, id),
    'introductions.save': async (input) => {
      const label = labelOf(input.editing, 'the introduction');
      const saved = await change(journal, label, (now, stamp) => saveIntroduction(now, stamp, input));
      return { id: saved.find(({ type }) => type === 'introduction')?.id ?? '' };
    },
    'introductions.mark': async (input) => {
      const on = notedOn(journal, input);
      await change(journal, 'the introduction’s thanks', (now, stamp) =>
        markIntroduction(now, stamp, input, on),
      );
      return {};
    },
    'introductions.delete': async ({ id }) => {
      await change(journal, 'deleting the introduction', (now) => deleteIntroduction(now, id));
      return {};
    },
  };
}

/** The day of an introduction that only a person's form or an entry tells of. */
function notedOn(journal: Journal, { by, a, b }: ParsedInput<'introductions.mark'>): CalendarDate | null {
  const { tables } = journal;
  const [one, other] = a === 'me' ? [b, a] : [a, b];
  const person = tables.get('person', one);
  if (!person) return null;
  const asOf = journal.asOf();
  const noted =
    by === 'me'
      ? pairingsOfPerson(tables, person, asOf).find((pairing) => pairing.other === other)
      : leadsToPerson(tables, person, asOf).find((lead) => lead.by === by && other === 'me');
  return noted?.on ?? null;
}
