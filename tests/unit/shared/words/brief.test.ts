import { describe, expect, it } from 'vitest';
import type { MeetingBrief, MeetingPerson } from '../../../../shared/contract/meetings';
import { assessStage } from '../../../../shared/insight/stage';
import { briefFacts, briefText, meetingFacts, meetingTitle } from '../../../../shared/words/brief';
import { instant, interaction, sliceOf, testId } from '../../builders';

const TODAY = '2026-06-21';

function ada(more: Partial<MeetingPerson> = {}): MeetingPerson {
  return {
    id: testId(1),
    name: 'Ada',
    standing: 'active',
    last: { id: testId(2), on: '2026-06-01', words: 'She restores clocks.' },
    owed: [],
    needs: [],
    inCommon: [],
    role: null,
    headline: null,
    introducers: [],
    stage: assessStage(sliceOf([]), instant(TODAY)),
    nextStep: null,
    followUpReason: null,
    worthAsking: [],
    heldBack: [],
    incumbents: [],
    calledOff: [],
    meetings: 0,
    ...more,
  };
}

function brief(more: Partial<MeetingBrief> = {}): MeetingBrief {
  const planned = interaction('2026-06-23', {
    status: 'planned',
    nextStep: 'Ask, then be quiet',
    remindersSent: 1,
  });
  const entry = {
    interaction: planned,
    notesCut: false,
    people: [],
    gathering: null,
    promises: [],
    excerpt: null,
  };
  return { entry, people: [ada()], apart: [], ...more };
}

describe('the facts of a brief', () => {
  it('leave out what is not known', () => {
    expect(briefFacts(ada(), TODAY).map(({ label }) => label)).toEqual(['Last said']);
    expect(briefFacts(ada({ last: null }), TODAY)[0]?.items).toEqual([{ text: 'Nothing written down yet' }]);
  });

  it('say what is owed on each side, and since when', () => {
    const owed: MeetingPerson['owed'] = [
      { id: testId(3), by: 'me', what: 'Send the photograph', dueOn: '2026-06-20' },
      { id: testId(4), by: 'them', what: 'A name', dueOn: '2026-06-22' },
    ];
    expect(briefFacts(ada({ owed }), TODAY).slice(1)).toMatchObject([
      { label: 'You owe', items: [{ text: 'Send the photograph', aside: 'was due Sat 20 Jun' }] },
      { label: 'They owe', items: [{ text: 'A name', aside: 'due Mon 22 Jun' }] },
    ]);
  });

  it('say how many meetings were called off, and by whom', () => {
    const calledOff: MeetingPerson['calledOff'] = [
      {
        outcome: 'cancelledByThem',
        on: '2026-05-01',
        reminders: 2,
        ref: { kind: 'interaction', id: testId(5) },
      },
    ];
    const facts = meetingFacts(ada({ calledOff, meetings: 3 }), TODAY);
    expect(facts.find(({ label }) => label === 'Earlier meetings')?.items).toMatchObject([
      { text: '1 of 3 meetings did not take place' },
      { text: 'Called off by them, 2 reminders sent', aside: 'Fri 1 May' },
    ]);
  });
});

describe('the brief as text', () => {
  it('begins with what it is, and has everybody’s facts', () => {
    const damian = { id: testId(9), name: 'Damian', standing: 'keepDistance' as const };
    const text = briefText(brief({ apart: [damian] }), TODAY);
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        'Coffee with Ada',
        'For it: Ask, then be quiet',
        '1 reminder sent',
        'Keep a polite distance from Damian.',
        'Last said:',
        '- She restores clocks. (Mon 1 Jun)',
      ]),
    );
    expect(text).not.toContain('undefined');
  });

  it('names nobody where everybody is gone', () => {
    expect(meetingTitle(brief({ people: [] }))).toBe('Coffee');
  });
});
