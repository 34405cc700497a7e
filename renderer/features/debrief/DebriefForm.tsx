import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { CallRefused, restoreCaret, useDraftKeeper } from '../../api';
import { closeKeeping, closeThrowingAway } from '../../ui/close-keeping';
import { runCommand, useCommand } from '../../ui/commands';
import { ErrorNote } from '../../ui/ErrorNote';
import { useAfterNames } from '../../ui/typed-names';
import { ChangedMeanwhile } from './ChangedMeanwhile';
import { DebriefFooter } from './DebriefFooter';
import { draftTitle, isUntouched } from './debrief-draft';
import { DraftState } from './drafts/DraftState';
import { DraftsMenu } from './drafts/DraftsMenu';
import { Facts } from './form/Facts';
import { FormContext, FormStore } from './form/form-store';
import { FoundLine } from './form/FoundLine';
import { Head } from './form/Head';
import { StatusNote } from './form/StatusNote';
import { dateOrderHere } from './form/when-words';
import { Words } from './form/Words';
import type { LoadedDebrief } from './load-debrief';
import { More, saysMore } from './more/More';
import { SheetModal } from './SheetModal';
import classes from './sheet.module.css';
import { useSaveDebrief } from './useSaveDebrief';

/**
 * The debrief: one sheet, written from top to bottom with the keyboard. A new person, a kind, one line, the talk balance,
 * a stage and a promise take 23 key presses beside the text (Ctrl and N count as two):
 *   Ctrl N | name Enter | Tab c (coffee) | Tab Tab Tab Tab words | Tab 4 (I talked 40 %) |
 *   Tab Tab Tab Tab Tab Tab t (trust) | Tab Enter promise | Tab friday | Ctrl Enter
 * A promise that was written into the words is offered right after them and takes fewer.
 */
export function DebriefForm({ loaded, onClose }: { loaded: LoadedDebrief; onClose(): void }) {
  const [store] = useState(() => new FormStore(loaded.draft));
  const root = useRef<HTMLDivElement>(null);
  const draft = useFormDraft(store, loaded, root);
  const saving = useSaveDebrief(store, draft, loaded.draftId, onClose);
  const [more, setMore] = useState(() => saysMore(loaded.draft));
  const context = useMemo(() => ({ store, order: dateOrderHere() }), [store]);
  useRestoredCaret(loaded, root);
  // The sheet is open already.
  useCommand('debrief', () => root.current?.querySelector('textarea')?.focus());

  const close = () => closeKeeping(draft, onClose);
  const lookIntoBank = async () => {
    if (await close()) runCommand('goQuestions');
  };
  const toggleMore = () => {
    flushSync(() => setMore(!more));
    if (!more) focusFirst(root.current?.querySelector('#debrief-more'));
    else root.current?.querySelector('textarea')?.focus();
  };
  const save = useAfterNames(() => {
    const [first] = saving.save();
    if (first === undefined) return;
    if (!isInSight(root.current, first)) flushSync(() => setMore(true));
    restoreCaret(root.current, { field: first, start: 0, end: 10_000 });
  });
  const toFix = useSyncExternalStore(store.subscribe, () => store.issues.length > 0);
  // "Some fields need another look" goes when they got it.
  const error = saving.error?.code === 'invalidInput' && !toFix ? null : saving.error;
  const { editing } = loaded.draft;
  const focusWords = loaded.draft.people.length > 0;
  return (
    <SheetModal
      title={editing ? 'Change this entry' : 'What happened?'}
      aside={
        <span className={classes.aside}>
          <DraftState status={draft.status} />
          <DraftsMenu except={loaded.draftId} />
        </span>
      }
      onClose={() => void close()}
      onSave={save}
      onMore={toggleMore}
    >
      <FormContext.Provider value={context}>
        <div ref={root} className={classes.body}>
          <Head focusWho={!focusWords} />
          <StatusNote />
          <Words focus={focusWords} />
          <FoundLine />
          <Facts />
          {more ? <More onBank={() => void lookIntoBank()} /> : null}
        </div>
        <footer className={classes.footer}>
          {error?.code === 'changedMeanwhile' && editing ? (
            <ChangedMeanwhile entryId={editing.id} onSaveOver={() => void saving.saveOver()} />
          ) : (
            <ErrorNote error={error === null ? null : new CallRefused(error)}>
              {error?.code === 'forgottenBefore' ? (
                <Button size="compact-sm" variant="default" onClick={saving.saveWelcoming}>
                  Yes, take them in anew
                </Button>
              ) : null}
            </ErrorNote>
          )}
          <DebriefFooter
            more={more}
            saving={saving.saving}
            untouched={loaded.untouched}
            onMore={toggleMore}
            onClose={() => void close()}
            onSave={save}
            onDiscard={() => void closeThrowingAway(draft, onClose)}
            onDelete={editing ? () => void saving.remove(editing.id) : null}
          />
        </footer>
      </FormContext.Provider>
    </SheetModal>
  );
}

/** Keeps the form's draft; an untouched form has none. */
function useFormDraft(store: FormStore, loaded: LoadedDebrief, root: { current: HTMLDivElement | null }) {
  const read = () => {
    const value = store.draft;
    if (loaded.untouched && isUntouched(value, loaded.untouched)) return null;
    return {
      id: loaded.draftId,
      form: 'debrief' as const,
      recordId: value.editing?.id ?? null,
      title: draftTitle(value),
      value,
    };
  };
  const draft = useDraftKeeper(read, root, loaded.kept ? loaded.draftId : null);
  const { touch } = draft;
  useEffect(() => {
    let last = store.draft;
    return store.subscribe(() => {
      if (store.draft !== last) touch();
      last = store.draft;
    });
  }, [store, touch]);
  return draft;
}

function useRestoredCaret({ caret }: LoadedDebrief, root: { current: HTMLDivElement | null }): void {
  useEffect(() => {
    // After the sheet has taken the focus itself.
    const timer = setTimeout(() => restoreCaret(root.current, caret), 0);
    return () => clearTimeout(timer);
  }, [caret, root]);
}

function isInSight(root: HTMLElement | null, field: string): boolean {
  return root?.querySelector(`[data-field="${CSS.escape(field)}"]`) !== null;
}

function focusFirst(group: Element | null | undefined): void {
  group?.querySelector<HTMLElement>('input, button, textarea, [tabindex="0"]')?.focus();
  group?.scrollIntoView({ block: 'nearest' });
}
