import { createContext, useContext, useSyncExternalStore } from 'react';
import type { DateOrder } from '../../../../shared/debrief/when';
import type { DebriefDraft } from '../debrief-draft';
import type { Issue } from '../to-debrief';

/**
 * What one open form holds, outside of React: a keystroke in the words redraws the words and nothing else. Fields listen
 * to what they show.
 */
export class FormStore {
  #draft: DebriefDraft;
  #issues: readonly Issue[] = [];
  readonly #listeners = new Set<() => void>();

  constructor(draft: DebriefDraft) {
    this.#draft = draft;
  }

  get draft(): DebriefDraft {
    return this.#draft;
  }

  get issues(): readonly Issue[] {
    return this.#issues;
  }

  /** What was wrong with a field is not said any more once the field changes. */
  change(patch: Partial<DebriefDraft>): void {
    this.#draft = { ...this.#draft, ...patch };
    const touched = new Set(Object.keys(patch).map((name) => FIELD_OF[name] ?? name));
    if (this.#issues.some((issue) => touched.has(rootOf(issue.field))))
      this.#issues = this.#issues.filter((issue) => !touched.has(rootOf(issue.field)));
    this.#tell();
  }

  report(issues: readonly Issue[]): void {
    this.#issues = issues;
    this.#tell();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** Where a part of the draft is shown under another name. */
const FIELD_OF: Record<string, string> = {
  whenText: 'when',
  at: 'when',
  answeredText: 'answeredAt',
};

function rootOf(field: string): string {
  return field.split('.')[0] ?? field;
}

interface Form {
  store: FormStore;
  order: DateOrder;
}

export const FormContext = createContext<Form | null>(null);

export function useForm(): Form {
  const form = useContext(FormContext);
  if (!form) throw new Error('This field is not inside a debrief.');
  return form;
}

/** A part of the draft and how to change it. */
export function useField<K extends keyof DebriefDraft>(
  name: K,
): [DebriefDraft[K], (value: DebriefDraft[K]) => void] {
  const { store } = useForm();
  const value = useSyncExternalStore(store.subscribe, () => store.draft[name]);
  return [value, (next) => store.change({ [name]: next })];
}

/** What is wrong with a field, in words. */
export function useIssue(field: string): string | undefined {
  const { store } = useForm();
  return useSyncExternalStore(
    store.subscribe,
    () => store.issues.find((issue) => issue.field === field)?.message,
  );
}
