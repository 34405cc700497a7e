import type { Draft } from '../../shared/contract/app';

export type Caret = NonNullable<Draft['caret']>;

type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Where the user is in a form. Fields say their name in `data-field`, else in `name`. */
export function readCaret(root: HTMLElement | null): Caret | null {
  const focused = document.activeElement;
  if (!root || !(focused instanceof HTMLElement) || !root.contains(focused)) return null;
  const field = focused.dataset.field ?? focused.getAttribute('name');
  if (!field) return null;
  const [start, end] = selectionOf(focused);
  return { field, start, end };
}

/** Puts the caret back. Returns whether the field is there. */
export function restoreCaret(root: HTMLElement | null, caret: Caret | null): boolean {
  if (!root || !caret) return false;
  const name = CSS.escape(caret.field);
  const element = root.querySelector<HTMLElement>(`[data-field="${name}"], [name="${name}"]`);
  if (!element) return false;
  element.focus();
  if (isTextField(element)) {
    const length = element.value.length;
    element.setSelectionRange(Math.min(caret.start, length), Math.min(caret.end, length));
  }
  return true;
}

function selectionOf(element: HTMLElement): [number, number] {
  if (!isTextField(element)) return [0, 0];
  return [element.selectionStart ?? 0, element.selectionEnd ?? 0];
}

/** Number, date and such inputs have no selection and throw when asked for one. */
function isTextField(element: Element): element is TextField {
  return (
    element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text')
  );
}
