import { describe, expect, it, vi } from 'vitest';
import { type AppHandlers, createAnswerCall } from '../../../../electron/ipc/answer';
import { answered } from '../../../../electron/ipc/refusal';
import { FailureError } from '../../../../electron/journal/files/failure-error';
import type { Answer } from '../../../../shared/contract/contract';
import { createLog, traceOf } from '../../../../electron/shell/log';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';

function answerer(handlers: Partial<AppHandlers> = {}, checkOutputs = true) {
  const callJournal = vi.fn<(name: string, input: unknown) => Promise<Answer<unknown>>>();
  const dropDraft = vi.fn<(id: string) => Promise<unknown>>().mockResolvedValue(undefined);
  const report = vi.fn<(name: string, error: unknown) => void>();
  const answer = createAnswerCall({
    handlers: handlers as AppHandlers,
    callJournal,
    dropDraft,
    checkOutputs,
    report,
  });
  return { answer, callJournal, dropDraft, report };
}

const debrief = {
  editing: null,
  interaction: {
    participants: [{ personId: ID }],
    status: 'held',
    at: '2026-05-04T09:30:00Z',
    kind: 'coffee',
  },
  newPeople: [],
  promises: [],
};

describe('an answer', () => {
  it('names each wrong field and why, and nothing is called', async () => {
    const { answer } = answerer();
    const answered = await answer('settings.set', { theme: 'pink', place: { route: 5, views: {} } });
    expect(answered).toMatchObject({ ok: false, error: { code: 'invalidInput' } });
    expect(answered.ok ? [] : Object.keys(answered.error.fields ?? {}).sort()).toEqual([
      'place.route',
      'theme',
    ]);
  });

  it.each([undefined, null, 'text', 5, []])('refuses %j for an input', async (input) => {
    expect(await answerer().answer('settings.get', input)).toMatchObject({ ok: false });
  });

  it('leaves the calls about the journal to its thread, which parses them', async () => {
    const { answer, callJournal } = answerer({}, false);
    callJournal.mockResolvedValue(answered('rows'));
    expect(await answer('people.list', { offset: 0, limit: 10 })).toEqual({ ok: true, value: 'rows' });
    expect(callJournal.mock.calls).toEqual([['people.list', { offset: 0, limit: 10 }]]);
  });

  it("answers the app's own calls in the main process", async () => {
    const { answer, callJournal } = answerer({ 'drafts.drop': async () => answered({}) });
    expect(await answer('drafts.drop', { id: 'a' })).toEqual({ ok: true, value: {} });
    expect(callJournal).not.toHaveBeenCalled();
  });

  it('turns a thrown failure into the words for it', async () => {
    const { answer, report } = answerer({
      'drafts.list': async () => {
        throw new FailureError({ kind: 'diskFull', path: '/disk' });
      },
    });
    const refused = await answer('drafts.list', {});
    expect(refused).toMatchObject({ ok: false, error: { code: 'diskFull' } });
    expect(report).not.toHaveBeenCalled();
  });

  it('turns any other error into `unexpected` and reports it', async () => {
    const error = new Error('broken');
    const { answer, report } = answerer({
      'drafts.list': async () => {
        throw error;
      },
    });
    expect(await answer('drafts.list', {})).toMatchObject({ ok: false, error: { code: 'unexpected' } });
    expect(report.mock.calls).toEqual([['drafts.list', error]]);
  });

  it('does not pass on a value that is not in the contract', async () => {
    const wrong = { drafts: 'many' } as unknown as { drafts: [] };
    const { answer } = answerer({ 'drafts.list': async () => answered(wrong) });
    expect(await answer('drafts.list', {})).toMatchObject({ ok: false, error: { code: 'unexpected' } });
  });

  it('drops the draft of a saved entry, and only then', async () => {
    const { answer, callJournal, dropDraft } = answerer({}, false);
    callJournal.mockResolvedValueOnce({ ok: false, error: { code: 'diskFull', message: '' } });
    await answer('interactions.save', { ...debrief, draftId: 'd1' });
    expect(dropDraft).not.toHaveBeenCalled();
    callJournal.mockResolvedValueOnce(answered({ id: ID, personIds: [ID] }));
    await answer('interactions.save', { ...debrief, draftId: 'd1' });
    expect(dropDraft.mock.calls).toEqual([['d1']]);
  });

  it('counts an entry as saved even when its draft cannot be dropped', async () => {
    const { answer, callJournal, dropDraft, report } = answerer({}, false);
    callJournal.mockResolvedValue(answered({ id: ID, personIds: [ID] }));
    dropDraft.mockRejectedValue(new Error('disk'));
    expect(await answer('interactions.save', { ...debrief, draftId: 'd1' })).toMatchObject({ ok: true });
    expect(report).toHaveBeenCalledTimes(1);
  });
});

describe('the log', () => {
  it('never holds the words of an error, only its kind and where it came from', async () => {
    const lines: string[] = [];
    const log = createLog(async () => ({
      info: (line) => void lines.push(line),
      error: (line) => void lines.push(line),
    }));
    const error = Object.assign(new TypeError('Unexpected token in "Ada told me a secret\nat lunch"'), {
      code: 'EIO',
    });
    log.error('The call people.save failed', error);
    await vi.waitFor(() => expect(lines).toHaveLength(1));
    expect(lines[0]).toContain('The call people.save failed: TypeError EIO');
    expect(lines[0]).not.toMatch(/Ada|secret|lunch/);
    expect(traceOf('Ada told me')).toBe('a thrown string');
  });
});
