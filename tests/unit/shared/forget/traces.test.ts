import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Traces, tracesOf } from '../../../../shared/forget/traces';
import { ANNA, person, testId } from '../../builders';

const MAYA = testId(7);
const maya = person({
  id: MAYA,
  name: 'Maya Okonjo',
  nickname: 'Sunny',
  channels: [
    { kind: 'email', value: 'Maya.Okonjo@Example.org' },
    { kind: 'phone', value: '+44 (0)20 7946 0018' },
    { kind: 'social', value: 'https://www.linkedin.com/in/maya-okonjo/' },
  ],
});

function traces(others = [person({ id: ANNA, name: 'Anna Lind' })], versions = [maya]): Traces {
  return tracesOf(MAYA, versions, others);
}

describe('in any record', () => {
  it.each([
    ['Maya Okonjo rang.', 'Somebody rang.'],
    ['Met MAYA OKONJO there', 'Met somebody there'],
    ['Máya Ókonjo’s idea', 'Somebody’s idea'],
    ['with Maya\nOkonjo', 'with somebody'],
    ['about **Maya** Okonjo', 'about **somebody'],
    ['see Okonjo, Maya', 'see somebody'],
    ['Sunny said so', 'Somebody said so'],
    ['mail maya.okonjo@example.org!', 'mail (removed)!'],
    ['ring 020 7946 0018 or +442079460018', 'ring (removed) or (removed)'],
    ['linkedin.com/in/Maya-Okonjo', '(removed)'],
    ['https://linkedin.com/in/maya-okonjo?x=1', '(removed)?x=1'],
  ])('“%s” becomes “%s”', (text, expected) => {
    expect(traces().redact(text, false)).toBe(expected);
    expect(traces().mayBeIn(text)).toBe(true);
    expect(traces().isLeftIn(traces().redact(text, false))).toBe(false);
  });

  it.each(['a sunny day', 'Mayan ruins', 'Maya came', 'room 7946', 'Okonjola', 'Anna Lind'])(
    '“%s” stays as it is',
    (text) => expect(traces().redact(text, false)).toBe(text),
  );
});

describe('in a record that is about them', () => {
  it.each([
    ['Maya came', 'Somebody came'],
    ['then maya came', 'then maya came'],
    ['Mrs Okonjo too', 'Mrs somebody too'],
    [`ask [@Maya Okonjo](rapport://person/${MAYA}) again`, 'ask somebody again'],
    [`ask [Sunny \\[M\\]](rapport://person/${MAYA})`, 'ask somebody'],
  ])('“%s” becomes “%s”', (text, expected) => expect(traces().redact(text, true)).toBe(expected));

  it('a first name that somebody else has too is left to them', () => {
    const other = traces([person({ id: ANNA, name: 'Maya Lind' })]);
    expect(other.redact('Maya came, and Okonjo', true)).toBe('Maya came, and somebody');
  });
});

describe('somebody else', () => {
  it('of the same name keeps it, except where the record is about the one to be forgotten', () => {
    const same = traces([person({ id: ANNA, name: 'Maya Okonjo' })]);
    expect(same.redact('Maya Okonjo rang', false)).toBe('Maya Okonjo rang');
    expect(same.redact('Maya Okonjo rang', true)).toBe('Somebody rang');
  });

  it('with the same address keeps it too', () => {
    const office = { kind: 'email' as const, value: 'office@example.org' };
    const them = person({ id: MAYA, name: 'Maya Okonjo', channels: [office] });
    expect(traces([], [them]).redact('to office@example.org', false)).toBe('to (removed)');
    const shared = traces([person({ id: ANNA, channels: [office] })], [them]);
    expect(shared.redact('to office@example.org', false)).toBe('to office@example.org');
  });
});

describe('names of other times and scripts', () => {
  it('takes out what they were called before', () => {
    const before = traces([], [maya, person({ id: MAYA, name: 'Maya Smith' })]);
    expect(before.redact('Maya Smith and Maya Okonjo', false)).toBe('Somebody and somebody');
  });

  it.each([
    ['王小明', '昨天王小明来了', '昨天somebody来了'],
    ['Łukasz Żak', 'u Lukasza i Lukasz Zak', 'u Lukasza i somebody'],
    ['Søren Ægir', 'SØREN ÆGIR', 'Somebody'],
    ['نور علي', 'مع نور علي هنا', 'مع somebody هنا'],
  ])('knows %s', (name, text, expected) => {
    expect(traces([], [person({ id: MAYA, name })]).redact(text, false)).toBe(expected);
  });

  it('a name that is a word is one only with its capital', () => {
    const will = traces([], [person({ id: MAYA, name: 'Will' })]);
    expect(will.redact('I will ask Will.', false)).toBe('I will ask somebody.');
  });
});

it('whatever a name and a text are, nothing of it is left, and doing so twice changes nothing', () => {
  const word = fc.stringMatching(/^[A-Za-zäöüßéøñ]{2,10}$/);
  fc.assert(
    fc.property(word, word, fc.string(), fc.string(), (first, last, before, after) => {
      const name = `${first} ${last}`;
      const them = tracesOf(MAYA, [person({ id: MAYA, name })], []);
      const once = them.redact(`${before} ${name} ${after}`, true);
      expect(once.includes(name)).toBe(false);
      expect(them.redact(once, true)).toBe(once);
    }),
  );
});
