import { localInstant } from '../../../shared/model/time';
import { call, type Caret, newDraftId } from '../../api';
import { type DebriefDraft, emptyDraft, liesAhead, restoredDraft } from './debrief-draft';
import { draftFromEntry } from './from-record';
import type { DebriefArgs } from './overlays';

/** A form ready to be shown. */
export interface LoadedDebrief {
  draft: DebriefDraft;
  /** The form as it is without anything typed: what equals it leaves no draft. Null when that is not known. */
  untouched: DebriefDraft | null;
  draftId: string;
  /** Whether the draft is on the disk already. */
  kept: boolean;
  caret: Caret | null;
}

/** A new entry without anybody needs nothing from the journal and is there at once. */
export function isPlain(args: DebriefArgs): boolean {
  return (
    args.editId === undefined && args.draftId === undefined && !args.personIds?.length && !args.gatheringId
  );
}

export function plainDebrief(now: Date): LoadedDebrief {
  return fresh(emptyDraft(localInstant(now)));
}

/** Reads what the form needs: the draft, else the entry to edit, else the people and the gathering it is about. */
export async function loadDebrief(args: DebriefArgs, now: Date): Promise<LoadedDebrief> {
  const restored = await keptDraft(args);
  if (restored) return restored;
  if (args.editId !== undefined) {
    const draft = draftFromEntry(await call('interactions.get', { id: args.editId }));
    return fresh(args.held ? heldNow(draft, now) : draft);
  }
  return fresh(await newFor(args, now));
}

/** It took place: at its time, or now where that lies ahead. */
function heldNow(draft: DebriefDraft, now: Date): DebriefDraft {
  return { ...draft, status: 'held', at: liesAhead(draft.at, now) ? localInstant(now) : draft.at };
}

function fresh(draft: DebriefDraft): LoadedDebrief {
  return { draft, untouched: draft, draftId: newDraftId(), kept: false, caret: null };
}

/** The draft that was asked for, or the one that was begun on the entry to edit. */
async function keptDraft({ draftId, editId }: DebriefArgs): Promise<LoadedDebrief | null> {
  if (draftId === undefined && editId === undefined) return null;
  const { drafts } = await call('drafts.list', {});
  const kept = drafts.find((draft) =>
    draftId === undefined ? draft.form === 'debrief' && draft.recordId === editId : draft.id === draftId,
  );
  const draft = kept && restoredDraft(kept.value);
  if (!kept || !draft) return null;
  const untouched = draft.editing === null ? emptyDraft(draft.at) : null;
  return { draft, untouched, draftId: kept.id, kept: true, caret: kept.caret };
}

async function newFor({ personIds = [], gatheringId, start }: DebriefArgs, now: Date): Promise<DebriefDraft> {
  const empty = emptyDraft(localInstant(now));
  const { people } = personIds.length > 0 ? await call('people.names', { ids: personIds }) : { people: [] };
  const draft = { ...empty, ...start, people: people.map(({ id, name }) => ({ key: id, name, note: '' })) };
  if (gatheringId === undefined) return draft;
  const { gathering } = await call('gatherings.get', { id: gatheringId });
  const over = Date.parse(gathering.to ?? gathering.from) < now.getTime();
  return {
    ...draft,
    kind: 'gathering',
    gathering: { id: gathering.id, name: gathering.name },
    at: over ? gathering.from : draft.at,
  };
}
