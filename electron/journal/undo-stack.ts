import type { RecordChange } from '../../shared/model/record';

/** A change that can be taken back, with the words for it: "entry with Maya". */
export interface UndoStep {
  label: string;
  changes: readonly RecordChange[];
}

export const MAX_UNDO_STEPS = 100;

/** What can be undone and redone in this session. */
export class UndoStack {
  private done: UndoStep[] = [];
  private undone: UndoStep[] = [];

  get undoLabel(): string | null {
    return this.done.at(-1)?.label ?? null;
  }

  get redoLabel(): string | null {
    return this.undone.at(-1)?.label ?? null;
  }

  get lastDone(): UndoStep | undefined {
    return this.done.at(-1);
  }

  get lastUndone(): UndoStep | undefined {
    return this.undone.at(-1);
  }

  /** A new change: what was undone before it cannot be redone any more. */
  push(step: UndoStep): void {
    this.done.push(step);
    if (this.done.length > MAX_UNDO_STEPS) this.done.shift();
    this.undone = [];
  }

  /** The last change was taken back by `changes`, which redo will take back in turn. */
  moveToUndone(changes: readonly RecordChange[]): void {
    const step = this.done.pop();
    if (step) this.undone.push({ label: step.label, changes });
  }

  moveToDone(changes: readonly RecordChange[]): void {
    const step = this.undone.pop();
    if (step) this.done.push({ label: step.label, changes });
  }
}
