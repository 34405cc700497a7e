import { describe, expect, it } from 'vitest';
import { Debrief } from '../../../../shared/contract/interactions';
import {
  type DebriefDraft,
  draftTitle,
  emptyDraft,
  isUntouched,
  restoredDraft,
  statusOf,
  withPeople,
} from '../../../../renderer/features/debrief/debrief-draft';
import { draftFromEntry } from '../../../../renderer/features/debrief/from-record';
import { toDebrief } from '../../../../renderer/features/debrief/to-debrief';

const now = new Date(2026, 10, 22, 16, 10);
const AT = '2026-11-21T15:00:00+00:00';
const MAYA = '019a9d3c-0000-7000-8000-000000000001';
const TOM = '019a9d3c-0000-7000-8000-000000000002';
const GATHERING = '019a9d3c-0000-7000-8000-000000000003';
const QUESTION = '019a9d3c-0000-7000-8000-000000000004';
const maya = { key: MAYA, name: 'Maya Okonjo', note: '' };
const tom = { key: TOM, name: 'Tom Reed', note: '' };

function draft(fields: Partial<DebriefDraft>): DebriefDraft {
  return { ...emptyDraft(AT), people: [maya], ...fields };
}

function converted(fields: Partial<DebriefDraft>) {
  return toDebrief(draft(fields), { now, order: 'dayFirst', draftId: null });
}

/** The interaction as it is sent, without what every entry has. */
function sent(fields: Partial<DebriefDraft>) {
  const conversion = converted(fields);
  if (conversion.kind === 'issues') throw new Error(JSON.stringify(conversion.issues));
  const {
    participants: _participants,
    status: _status,
    at: _at,
    kind: _kind,
    ...rest
  } = conversion.debrief.interaction;
  return rest;
}

function issues(fields: Partial<DebriefDraft>) {
  const conversion = converted(fields);
  return conversion.kind === 'issues' ? conversion.issues : [];
}

describe('nothing untouched gets into the record', () => {
  it('saves a person and a date, and nothing else', () => {
    expect(converted({})).toEqual({
      kind: 'ready',
      debrief: {
        editing: null,
        interaction: { participants: [{ personId: MAYA }], status: 'held', at: AT, kind: 'oneToOne' },
        newPeople: [],
        promises: [],
      },
    });
  });

  it('leaves out lines that were added and not filled in', () => {
    const conversion = converted({
      promises: [{ by: 'me', what: ' ', dueText: '', status: 'open' }],
      questionsAsked: [{ text: '' }],
      pitch: { personId: MAYA },
      words: '  \n ',
      tags: [],
    });
    expect(conversion.kind === 'ready' && conversion.debrief.promises).toEqual([]);
    expect(sent({ questionsAsked: [{ text: '' }], pitch: { personId: MAYA }, words: ' ' })).toEqual({});
  });
});

describe('each field reaches the record', () => {
  it.each<[string, Partial<DebriefDraft>, object]>([
    ['minutes', { minutes: '1 h 20' }, { minutes: 80 }],
    ['travel', { travelMinutes: '25' }, { travelMinutes: 25 }],
    ['place', { place: ' Café Nero ' }, { place: 'Café Nero' }],
    ['ground', { ground: 'neutral', groundChosenBy: 'both' }, { ground: 'neutral', groundChosenBy: 'both' }],
    ['gathering', { gathering: { id: GATHERING, name: 'Breakfast' } }, { gatheringId: GATHERING }],
    ['called off', { calledOffBy: 'them', remindersSent: '2' }, { calledOffBy: 'them', remindersSent: 2 }],
    ['who began', { initiatedBy: 'them' }, { initiatedBy: 'them' }],
    ['answered', { answered: true, answeredAt: AT }, { answered: true, answeredAt: AT }],
    ['not answered', { answered: false }, { answered: false }],
    ['talk share', { talkShare: 0 }, { talkShare: 0 }],
    ['ease', { ease: 5 }, { ease: 5 }],
    ['openness', { openness: 1 }, { openness: 1 }],
    [
      'exchange',
      { exchanges: [{ direction: 'given', kind: 'advice', size: 1, note: '' }] },
      { exchanges: [{ direction: 'given', kind: 'advice', size: 1 }] },
    ],
    ['pitch', { pitch: { mine: 'none', theirs: 'invited' } }, { pitch: { mine: 'none', theirs: 'invited' } }],
    ['ask', { ask: { theirs: 'small' } }, { ask: { theirs: 'small' } }],
    ['read', { stageRead: 'like' }, { stageRead: 'like' }],
    [
      'questions',
      { questionsAsked: [{ questionId: QUESTION, text: '', answer: 'full' }, { text: 'Why tax?' }] },
      { questionsAsked: [{ questionId: QUESTION, answer: 'full' }, { text: 'Why tax?' }] },
    ],
    [
      'they asked',
      { theyAsked: 'How?', questionsTheyAsked: '0' },
      { theyAsked: 'How?', questionsTheyAsked: 0 },
    ],
    [
      'conduct',
      { conduct: [{ who: 'them', code: 'late', note: '' }] },
      { conduct: [{ who: 'them', code: 'late' }] },
    ],
    [
      'feedback',
      { feedback: { heldBack: 'The slides', given: '', askedFor: '' } },
      { feedback: { heldBack: 'The slides' } },
    ],
    ['next', { followUpReason: 'Merger', nextStep: 'Call' }, { followUpReason: 'Merger', nextStep: 'Call' }],
    ['put right', { repaired: true }, { repaired: true }],
    ['words', { words: '<b>She</b> said  ' }, { notes: '<b>She</b> said  ' }],
    ['tags', { tags: ['tax'] }, { tags: ['tax'] }],
    ['what a newer version wrote', { unknown: { mood: 'bright' } }, { mood: 'bright' }],
  ])('%s', (_name, fields, expected) => {
    expect(sent(fields)).toEqual(expected);
  });

  it('a status of its own, else by the time', () => {
    expect(statusOf({ at: '2026-12-01T10:00:00Z', status: undefined }, now)).toBe('planned');
    expect(statusOf({ at: AT, status: undefined }, now)).toBe('held');
    expect(statusOf({ at: AT, status: 'noShow' }, now)).toBe('noShow');
  });

  it('what was different with one of several people', () => {
    const conversion = converted({
      people: [{ ...maya, note: 'Tired', ease: 2, talkShare: 0.3, openness: 4 }, tom],
    });
    expect(conversion.kind === 'ready' && conversion.debrief.interaction.participants).toEqual([
      { personId: MAYA, note: 'Tired', ease: 2, talkShare: 0.3, openness: 4 },
      { personId: TOM },
    ]);
  });

  it('promises, of the first person unless another is named', () => {
    const conversion = converted({
      people: [maya, tom],
      promises: [
        { by: 'me', what: 'the checklist', dueText: 'friday', status: 'open' },
        { by: 'them', what: 'a name', dueText: '', dueOn: '2026-12-01', status: 'kept', personId: TOM },
      ],
    });
    expect(conversion.kind === 'ready' && conversion.debrief.promises).toEqual([
      { personId: MAYA, by: 'me', what: 'the checklist', dueOn: '2026-11-27', status: 'open' },
      { personId: TOM, by: 'them', what: 'a name', dueOn: '2026-12-01', status: 'kept' },
    ]);
  });

  it('new people, with everything that concerns them', () => {
    const conversion = converted({
      people: [{ key: 'new:1', name: 'Ada Byrne', note: '' }],
      exchanges: [{ direction: 'received', kind: 'favour', size: 3, note: '', personId: 'new:1' }],
      promises: [{ by: 'me', what: 'call', dueText: '', status: 'open' }],
    });
    expect(conversion.kind === 'ready' && conversion.debrief.newPeople).toEqual([
      { key: 'new:1', name: 'Ada Byrne' },
    ]);
    expect(conversion.kind === 'ready' && conversion.debrief.promises[0]?.personId).toBe('new:1');
  });
});

describe('what makes no sense is said at its field, and nothing is sent', () => {
  it.each<[string, Partial<DebriefDraft>, string, string]>([
    ['nobody', { people: [] }, 'people', 'Say who it was with.'],
    ['a date', { whenText: '31 feb' }, 'when', 'not a date that exists'],
    ['a length', { minutes: 'long' }, 'minutes', 'not a length of time'],
    ['a count', { questionsTheyAsked: 'many' }, 'questionsTheyAsked', 'not a count'],
    [
      'a due day',
      { promises: [{ by: 'me', what: 'x', dueText: 'soon', status: 'open' }] },
      'promises.0.dueOn',
      'soon',
    ],
    [
      'a promise without words',
      { promises: [{ by: 'me', what: '', dueText: '', dueOn: '2026-12-01', status: 'open' }] },
      'promises.0.what',
      'Say what was promised',
    ],
    ['a place', { place: 'x'.repeat(301) }, 'place', 'at most 300'],
    ['the notes', { words: 'x'.repeat(1_000_001) }, 'words', 'one million'],
    ['a name', { people: [{ key: 'new:1', name: 'x'.repeat(301), note: '' }] }, 'people', 'at most 300'],
  ])('%s', (_name, fields, field, message) => {
    const [issue] = issues(fields);
    expect(issue?.field).toBe(field);
    expect(issue?.message).toContain(message);
  });

  it('names the line of the form, though empty lines are not sent', () => {
    const blank = { by: 'me' as const, what: '', dueText: '', status: 'open' as const };
    const [issue] = issues({ promises: [blank, { ...blank, what: 'x'.repeat(1_001) }] });
    expect(issue?.field).toBe('promises.1.what');
  });
});

describe('an entry that is in the journal', () => {
  const entry = {
    interaction: {
      id: QUESTION,
      createdAt: AT,
      updatedAt: AT,
      rev: 'r1',
      participants: [{ personId: MAYA, ease: 4, mood: 'bright' }, { personId: TOM }],
      status: 'held' as const,
      at: AT,
      minutes: 50,
      travelMinutes: 25,
      kind: 'coffee' as const,
      gatheringId: GATHERING,
      place: 'Leeds',
      ground: 'neutral' as const,
      groundChosenBy: 'me' as const,
      initiatedBy: 'both' as const,
      remindersSent: 0,
      talkShare: 0.47,
      ease: 5,
      openness: 5,
      questionsAsked: [{ text: 'Why?', answer: 'minimal' as const, personId: MAYA }],
      questionsTheyAsked: 2,
      theyAsked: 'How?',
      exchanges: [
        { direction: 'given' as const, kind: 'advice' as const, size: 1 as const, aboutPersonId: TOM },
      ],
      pitch: { mine: 'none' as const },
      ask: { theirs: 'small' as const, personId: TOM },
      conduct: [{ who: 'them' as const, code: 'late' as const, note: 'Ten minutes' }],
      feedback: { given: 'Said so' },
      followUpReason: 'Merger',
      nextStep: 'Call',
      stageRead: 'trust' as const,
      repaired: false,
      notes: 'She talked.',
      tags: ['tax'],
      fromTheFuture: { any: 'thing' },
    },
    promises: [
      {
        id: GATHERING,
        createdAt: AT,
        updatedAt: AT,
        rev: 'r1',
        personId: TOM,
        interactionId: QUESTION,
        by: 'me' as const,
        what: 'the checklist',
        madeOn: '2026-11-21',
        dueOn: '2026-11-23',
        status: 'kept' as const,
        closedOn: '2026-11-22',
      },
    ],
    people: [
      { id: MAYA, name: 'Maya Okonjo', standing: 'active' as const },
      { id: TOM, name: 'Tom Reed', standing: 'active' as const },
    ],
    gathering: { id: GATHERING, name: 'Breakfast' },
  };

  it('is the same record again when it is saved untouched', () => {
    const conversion = toDebrief(draftFromEntry(entry), { now, order: 'dayFirst', draftId: 'd' });
    if (conversion.kind === 'issues') throw new Error(JSON.stringify(conversion.issues));
    const { id: _id, createdAt: _created, updatedAt: _updated, rev: _rev, ...fields } = entry.interaction;
    expect(conversion.debrief.interaction).toEqual(fields);
    expect(conversion.debrief.editing).toEqual({ id: QUESTION, rev: 'r1' });
    expect(conversion.debrief.promises).toEqual([
      {
        id: GATHERING,
        personId: TOM,
        by: 'me',
        what: 'the checklist',
        dueOn: '2026-11-23',
        status: 'kept',
        closedOn: '2026-11-22',
      },
    ]);
    expect(Debrief.safeParse(conversion.debrief).success).toBe(true);
  });
});

describe('a draft from the disk', () => {
  it('is what it was', () => {
    const written = draft({
      words: 'Hello',
      talkShare: 0.4,
      whenText: 'yester',
      promises: [{ by: 'me', what: 'x', dueText: 'fr', status: 'open' }],
    });
    expect(restoredDraft(JSON.parse(JSON.stringify(written)))).toEqual(written);
  });

  it('keeps the words when another field is damaged', () => {
    const damaged = {
      ...draft({ words: 'Hello' }),
      kind: 'seance',
      ease: 99,
      exchanges: 'none',
      promises: [{}, 7],
    };
    expect(restoredDraft(damaged)).toMatchObject({
      words: 'Hello',
      kind: 'oneToOne',
      ease: undefined,
      exchanges: [],
      promises: [],
    });
  });

  it.each([null, 7, 'text', {}])('is nothing when it is no draft: %s', (value) => {
    expect(restoredDraft(value)).toBeNull();
  });

  it('is recognised by its people, else by its first words', () => {
    expect(draftTitle(draft({ people: [maya, tom] }))).toBe('Maya Okonjo and Tom Reed');
    expect(draftTitle(draft({ people: [maya, tom, { ...tom, key: 'x' }] }))).toBe('Maya Okonjo and 2 others');
    expect(draftTitle(draft({ people: [], words: 'She talked openly about the merger and asked how' }))).toBe(
      'She talked openly about the merger and asked',
    );
  });

  it('is untouched until something is entered', () => {
    const opened = emptyDraft(AT);
    expect(isUntouched({ ...opened }, opened)).toBe(true);
    expect(isUntouched({ ...opened, words: 'x' }, opened)).toBe(false);
    expect(isUntouched({ ...opened, ease: 3 }, opened)).toBe(false);
  });
});

it('taking a person out frees what concerned them', () => {
  const before = draft({
    people: [maya, { ...tom, note: 'Kind' }],
    exchanges: [{ direction: 'given', kind: 'advice', size: 1, note: '', personId: TOM }],
    promises: [{ by: 'me', what: 'x', dueText: '', status: 'open', personId: TOM }],
    pitch: { mine: 'invited', personId: TOM },
  });
  const after = { ...before, ...withPeople(before, [maya]) };
  expect(after.exchanges[0]?.personId).toBeUndefined();
  expect(after.promises[0]?.personId).toBeUndefined();
  expect(after.pitch).toEqual({ mine: 'invited', personId: undefined });
  expect({ ...before, ...withPeople(before, [tom, maya]) }.people[0]?.note).toBe('Kind');
});
