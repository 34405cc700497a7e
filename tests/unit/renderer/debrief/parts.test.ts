import { describe, expect, it } from 'vitest';
import { personOptions, nextNewKey } from '../../../../renderer/ui/person-options';
import { byKey } from '../../../../renderer/features/debrief/controls/Choices';
import { shareForKey } from '../../../../renderer/features/debrief/controls/TalkSlider';
import { emptyDraft } from '../../../../renderer/features/debrief/debrief-draft';
import { exchangeKinds, kinds, stages } from '../../../../renderer/features/debrief/form/choices';
import { entering, isEntered } from '../../../../renderer/features/debrief/form/FoundLine';
import { mentionAt, mentionLink } from '../../../../renderer/features/debrief/form/mention';
import { dateOrderHere, whenWords } from '../../../../renderer/features/debrief/form/when-words';

const person = (id: string, name: string) => ({ id, name, standing: 'active' as const });

describe('the options of the person picker', () => {
  const names = (typed: string, found: string[]) =>
    personOptions(
      typed,
      found.map((name) => person(name, name)),
      [],
    ).map((option) => (option.kind === 'new' ? `New: ${option.name}` : option.name));

  it('offers who goes on as typed before a new person', () => {
    expect(names('may ok', ['Maya Okonjo'])).toEqual(['Maya Okonjo', 'New: may ok']);
    expect(names('okonjo', ['Maya Okonjo'])[0]).toBe('Maya Okonjo');
    expect(names('zoe', ['Zoë Brontë'])[0]).toBe('Zoë Brontë');
  });

  it('offers who is only alike after a new person', () => {
    expect(names('Ada Byrne', ['Ada Byron'])).toEqual(['New: Ada Byrne', 'Ada Byron']);
  });

  it('offers no new person for nothing typed, nor for a name that is too long', () => {
    expect(names('  ', ['Maya Okonjo'])).toEqual(['Maya Okonjo']);
    expect(names('x'.repeat(301), [])).toEqual([]);
  });

  it('says when the name is taken', () => {
    expect(personOptions('maya okonjo', [person('1', 'Maya Okonjo')], [])[1]).toMatchObject({
      another: true,
    });
  });

  it('gives each new person a key of its own', () => {
    expect(nextNewKey([])).toBe('new:1');
    expect(nextNewKey(['new:1', 'new:7', '019a'])).toBe('new:8');
  });
});

describe('keys of the choices', () => {
  it('choose by letter, and go round those that share it', () => {
    const coffee = byKey(kinds, 'c', -1);
    expect(kinds[coffee]?.value).toBe('coffee');
    expect(kinds[byKey(kinds, 'c', coffee)]?.value).toBe('call');
    expect(stages[byKey(stages, 'T', -1)]?.value).toBe('trust');
    expect(byKey(stages, 'x', -1)).toBe(-1);
  });

  it('give every kind of exchange a letter of its own', () => {
    expect(new Set(exchangeKinds.map(({ key }) => key)).size).toBe(exchangeKinds.length);
    for (const [index, { key = '' }] of exchangeKinds.entries())
      expect(byKey(exchangeKinds, key, -1)).toBe(index);
  });
});

describe('the talk slider', () => {
  it.each<[string, number | undefined, boolean, number | undefined | null]>([
    ['4', undefined, false, 0.4],
    ['ArrowRight', undefined, false, 0.5],
    ['ArrowRight', 0.5, false, 0.55],
    ['ArrowLeft', 0.5, true, 0.49],
    ['ArrowLeft', 0, false, 0],
    ['End', 0.2, false, 1],
    ['Delete', 0.2, false, undefined],
    ['x', 0.2, false, null],
  ])('%s at %s', (key, value, fine, expected) => {
    expect(shareForKey(key, value, fine)).toBe(expected);
  });
});

describe('mentions', () => {
  it.each<[string, string | null]>([
    ['@', ''],
    ['Met @may', 'may'],
    ['Met @Maya Ok', 'Maya Ok'],
    ['(@tom', 'tom'],
    ['mail me@example', null],
    ['@one two three four', null],
    ['no mention', null],
  ])('%s', (text, query) => {
    expect(mentionAt(text, text.length)?.query ?? null).toBe(query);
  });

  it('find the @ in a long text at once', () => {
    const text = `${'word '.repeat(40_000)}@ma`;
    expect(mentionAt(text, text.length)).toEqual({ start: text.length - 3, query: 'ma' });
  });

  it('become a link that survives brackets in a name', () => {
    expect(mentionLink({ id: '7', name: 'A [b]' })).toBe('[@A \\[b\\]](rapport://person/7)');
  });
});

describe('what was found in the words', () => {
  const draft = emptyDraft('2026-11-22T10:00:00Z');
  const promise = {
    kind: 'promise' as const,
    key: 'k',
    by: 'me' as const,
    name: null,
    what: 'the checklist',
    dueOn: '2026-11-23',
  };
  const exchange = {
    kind: 'exchange' as const,
    key: 'e',
    direction: 'received' as const,
    exchange: 'advice' as const,
  };

  it.each([promise, exchange])('is entered by a press and then not offered any more', (item) => {
    expect(isEntered(item, draft)).toBe(false);
    expect(isEntered(item, { ...draft, ...entering(item, draft) })).toBe(true);
  });
});

describe('dates on the chips', () => {
  const now = new Date(2026, 10, 22, 16, 10);
  it.each([
    ['2026-11-22T09:14:00+00:00', 'Today, 09:14'],
    ['2026-11-21T15:00:00+00:00', 'Yesterday, 15:00'],
    ['2026-11-23T15:00:00+00:00', 'Tomorrow, 15:00'],
    ['2026-06-18T15:00:00+00:00', 'Thu 18 Jun, 15:00'],
  ])('%s', (at, words) => {
    expect(whenWords(at, now)).toBe(words);
  });

  it('follow the custom of the country', () => {
    expect(dateOrderHere('en-US')).toBe('monthFirst');
    expect(dateOrderHere('en-GB')).toBe('dayFirst');
    expect(dateOrderHere('de')).toBe('dayFirst');
  });
});
