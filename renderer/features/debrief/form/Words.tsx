import { Popover } from '@mantine/core';
import {
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useRead } from '../../../api';
import list from '../../../ui/Listbox.module.css';
import { continues } from '../../../ui/person-options';
import { useListbox } from '../../../ui/useListbox';
import classes from './form.module.css';
import { useForm, useIssue } from './form-store';
import { mentionAt, mentionLink, type TypedMention } from './mention';

const NO_PICTURES = 'Pictures are not kept in entries yet; your text is.';
/** A longer text fills the field anyway; it is not measured at each keystroke. */
const MEASURED_LENGTH = 6_000;

/** What happened, in the user's own words. React does not hold the text: 200,000 characters stay as quick as ten. */
export function Words({ focus }: { focus: boolean }) {
  const { store } = useForm();
  const area = useRef<HTMLTextAreaElement>(null);
  const [pictureRefused, setPictureRefused] = useState(false);
  const mention = useMention(area);
  const issue = useIssue('words');
  useLayoutEffect(() => grow(area.current), []);

  const onInput = () => {
    if (!area.current) return;
    store.change({ words: area.current.value });
    grow(area.current);
    mention.look();
    setPictureRefused(false);
  };
  const refusePicture = (event: ClipboardEvent | DragEvent, data: DataTransfer) => {
    if (![...data.items].some((item) => item.kind === 'file')) return;
    setPictureRefused(true);
    // A copied piece of a page brings its text along with its picture: the text is welcome.
    if (!data.types.includes('text/plain')) event.preventDefault();
  };
  const note = issue ?? (pictureRefused ? NO_PICTURES : undefined);
  return (
    <div>
      <Popover opened={mention.listed} position="bottom-start" offset={4} withRoles={false} shadow="md">
        <Popover.Target>
          <textarea
            ref={area}
            className={classes.words}
            aria-label="What happened"
            aria-invalid={issue !== undefined}
            aria-describedby={note === undefined ? undefined : 'words-note'}
            data-field="words"
            data-autofocus={focus || undefined}
            placeholder="What happened? Write as you think. @ mentions a person."
            defaultValue={store.draft.words}
            spellCheck
            onInput={onInput}
            onKeyDown={mention.onKeyDown}
            onSelect={mention.look}
            onBlur={mention.close}
            onPaste={(event) => refusePicture(event, event.clipboardData)}
            onDrop={(event) => refusePicture(event, event.dataTransfer)}
            {...mention.ownerProps}
          />
        </Popover.Target>
        <Popover.Dropdown p={0}>{mention.list}</Popover.Dropdown>
      </Popover>
      {note === undefined ? null : (
        <p id="words-note" className={issue === undefined ? classes.quietNote : classes.problem} role="alert">
          {note}
        </p>
      )}
    </div>
  );
}

/** As high as its text, up to the limits of the style sheet. */
function grow(area: HTMLTextAreaElement | null): void {
  if (!area) return;
  if (area.value.length > MEASURED_LENGTH) {
    if (area.style.height !== '100vh') area.style.height = '100vh';
    return;
  }
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + 2}px`;
}

/** The list of people under an @. */
function useMention(area: { current: HTMLTextAreaElement | null }) {
  const { store } = useForm();
  const [typed, setTyped] = useState<TypedMention | null>(null);
  const query = typed?.query ?? '';
  const read = useRead(
    'people.suggest',
    { text: query, limit: 6 },
    { enabled: typed !== null && query !== '' },
  );
  // Somebody new is linked by their key, which becomes an id when the entry is saved.
  const here = store.draft.people.map(({ key, name }) => ({ id: key, name }));
  const begun = here.filter(({ name }) => continues(query, name));
  const found = (query === '' ? [] : (read.data?.people ?? [])).filter(
    ({ id, name }) => continues(query, name) && !begun.some((one) => one.id === id),
  );
  const people = [...begun, ...found];
  const open = typed !== null && people.length > 0;

  const close = () => setTyped(null);
  const look = () => {
    const element = area.current;
    if (!element || element.selectionStart !== element.selectionEnd) return close();
    const next = mentionAt(element.value, element.selectionStart);
    // Nothing is redrawn while no mention is being typed.
    setTyped((now) => (now?.start === next?.start && now?.query === next?.query ? now : next));
  };
  const choose = (index: number) => {
    const person = people[index];
    const element = area.current;
    if (!person || !typed || !element) return;
    element.focus();
    element.setSelectionRange(typed.start, element.selectionEnd);
    insertText(element, `${mentionLink(person)} `);
    close();
  };
  const listbox = useListbox(open, people.length, choose, query);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'Tab' && !event.shiftKey) {
      event.preventDefault();
      choose(listbox.active);
    } else listbox.onKey(event);
  };
  const shownList = (
    <ul className={list.list} aria-label="People to mention" {...listbox.listProps}>
      {people.map((person, index) => (
        <li key={person.id} className={list.option} {...listbox.optionProps(index)}>
          <bdi>{person.name}</bdi>
        </li>
      ))}
    </ul>
  );
  const ownerProps = {
    'aria-haspopup': listbox.ownerProps['aria-haspopup'],
    'aria-controls': listbox.ownerProps['aria-controls'],
    'aria-activedescendant': listbox.ownerProps['aria-activedescendant'],
  };
  return { listed: open, list: shownList, look, close, onKeyDown, ownerProps };
}

/** Types the text for the user, so that the field's own undo takes it back. */
function insertText(element: HTMLTextAreaElement, text: string): void {
  // Deprecated, but the only way that keeps the undo history of a text field; Chromium has no other.
  if (document.execCommand('insertText', false, text)) return;
  element.setRangeText(text, element.selectionStart, element.selectionEnd, 'end');
  element.dispatchEvent(new Event('input', { bubbles: true }));
}
