import { useEffect, useState, useSyncExternalStore } from 'react';
import { type Found, findInText } from '../../../../shared/debrief/found-in-text';
import { formatDay } from '../../../../shared/words/dates';
import { exchangeNames } from '../../../../shared/words/labels';
import { continues } from '../../../ui/person-options';
import { type DebriefDraft } from '../debrief-draft';
import classes from './form.module.css';
import { useForm } from './form-store';

/** The words are looked at when the typing pauses. */
const PAUSE_MS = 350;

/** What the words seem to say, offered as chips. Only a press enters it. */
export function FoundLine() {
  const { store } = useForm();
  const found = useFound();
  const offered = useSyncExternalStore(store.subscribe, () => offeredKeys(found, store.draft));
  const shown = found.filter((item) => offered.split('\n').includes(item.key));
  return (
    <div className={classes.found} role="group" aria-label="Found in your text">
      <span className={classes.foundLabel}>
        {shown.length === 0
          ? 'What you promise or exchange in the text is offered here.'
          : 'Found in your text:'}
      </span>
      {shown.map((item) => (
        <button
          key={item.key}
          type="button"
          className={classes.foundChip}
          data-side={item.kind === 'promise' ? item.by : item.direction}
          title="Press to enter it"
          onClick={(event) => {
            focusNext(event.currentTarget);
            store.change(entering(item, store.draft));
          }}
        >
          <span aria-hidden="true">+ </span>
          {wordsFor(item)}
        </button>
      ))}
    </div>
  );
}

/** The chip goes when it is entered: the focus goes on to the next one, or back to the words. */
function focusNext(chip: HTMLElement): void {
  const sibling = chip.nextElementSibling ?? chip.previousElementSibling;
  const next =
    sibling instanceof HTMLButtonElement
      ? sibling
      : chip.closest('[role="dialog"]')?.querySelector<HTMLElement>('[data-field="words"]');
  next?.focus();
}

function useFound(): Found[] {
  const { store, order } = useForm();
  const [found, setFound] = useState<Found[]>([]);
  useEffect(() => {
    let seen: Pick<DebriefDraft, 'at' | 'words'> | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      setFound(findInText(store.draft.words, new Date(store.draft.at), order));
    };
    const onChange = () => {
      const { at, words } = store.draft;
      if (at === seen?.at && words === seen.words) return;
      seen = { at, words };
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE_MS);
    };
    onChange();
    const stop = store.subscribe(onChange);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store, order]);
  return found;
}

/** What is not entered yet, as one string, so that the line is only redrawn when that changes. */
function offeredKeys(found: readonly Found[], draft: DebriefDraft): string {
  return found
    .filter((item) => !isEntered(item, draft))
    .map((item) => item.key)
    .join('\n');
}

export function isEntered(item: Found, draft: Pick<DebriefDraft, 'promises' | 'exchanges'>): boolean {
  if (item.kind === 'promise')
    return draft.promises.some(
      (promise) => promise.by === item.by && promise.what.toLowerCase() === item.what.toLowerCase(),
    );
  return draft.exchanges.some(
    (exchange) => exchange.direction === item.direction && exchange.kind === item.exchange,
  );
}

export function entering(
  item: Found,
  draft: Pick<DebriefDraft, 'promises' | 'exchanges' | 'people'>,
): Partial<DebriefDraft> {
  if (item.kind === 'promise') {
    const named = draft.people.find(({ name }) => item.name !== null && continues(item.name, name));
    const promise = {
      personId: named?.key,
      by: item.by,
      what: item.what,
      dueText: '',
      dueOn: item.dueOn ?? undefined,
    };
    return { promises: [...draft.promises, { ...promise, status: 'open' }] };
  }
  const exchange = { direction: item.direction, kind: item.exchange, size: 2 as const, note: '' };
  return { exchanges: [...draft.exchanges, exchange] };
}

function wordsFor(item: Found): string {
  if (item.kind === 'exchange')
    return `${item.direction === 'given' ? 'gave' : 'received'}: ${exchangeNames[item.exchange]}`;
  const due = item.dueOn === null ? '' : `, ${formatDay(item.dueOn)}`;
  return `${item.by === 'me' ? 'I promise' : 'they promise'}: ${item.what}${due}`;
}
