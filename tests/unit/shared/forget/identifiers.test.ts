import { describe, expect, it } from 'vitest';
import { forgottenOn, withForgotten, withoutForgotten } from '../../../../shared/forget/forgotten';
import { identifiersOf } from '../../../../shared/forget/identifiers';
import { person } from '../../builders';

describe('what somebody is known by', () => {
  it.each([
    ['Maya Okonjo', 'okonjo, MAYA'],
    ['José  Álvarez', 'Jose Alvarez'],
  ])('is the same for %s and %s', (a, b) => {
    expect(identifiersOf({ name: a })).toEqual(identifiersOf({ name: b }));
  });

  it('has one spelling for each address', () => {
    const channels = [
      { kind: 'email', value: ' Maya@Example.org ' },
      { kind: 'phone', value: '+44 20 7946 0018' },
      { kind: 'phone', value: '020 7946-0018' },
      { kind: 'phone', value: '12' },
      { kind: 'web', value: 'https://www.Maya.example/' },
      { kind: 'social', value: '@maya' },
    ] as const;
    expect(identifiersOf({ name: 'Maya', channels: [...channels] })).toEqual([
      'name:maya',
      'email:maya@example.org',
      'phone:079460018',
      'page:maya.example',
      'handle:maya',
    ]);
  });
});

describe('whom the user had forgotten', () => {
  const hash = (salt: string, identifier: string): string => `${salt}#${identifier}`;
  const remember = { on: '2026-03-03', salt: 's', hash };
  const forgotten = withForgotten([], identifiersOf(person({ name: 'Maya Okonjo' })), remember);

  it('is known again by one identifier, and nobody else is', () => {
    expect(forgottenOn(forgotten, identifiersOf({ name: 'OKONJO, Maya' }), hash)).toBe('2026-03-03');
    expect(forgottenOn(forgotten, identifiersOf({ name: 'Maya' }), hash)).toBeNull();
  });

  it('is not asked about any more once they were brought back', () => {
    const after = withoutForgotten(forgotten, identifiersOf({ name: 'Maya Okonjo' }), hash);
    expect(forgottenOn(after, identifiersOf({ name: 'Maya Okonjo' }), hash)).toBeNull();
  });

  it('keeps the salt of the journal', () => {
    const two = withForgotten(forgotten, ['name:ben'], { ...remember, salt: 'other' });
    expect(two.map(({ salt }) => salt)).toEqual(['s', 's']);
  });
});
