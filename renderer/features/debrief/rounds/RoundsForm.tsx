import { Button } from '@mantine/core';
import { useRef } from 'react';
import { CallRefused } from '../../../api';
import { ErrorNote } from '../../../ui/ErrorNote';
import { Kbd } from '../../../ui/Kbd';
import { DraftsMenu } from '../drafts/DraftsMenu';
import { DraftState } from '../drafts/DraftState';
import { SheetModal } from '../SheetModal';
import sheet from '../sheet.module.css';
import type { LoadedRounds } from './load-rounds';
import { newInOtherRows } from './rounds-draft';
import { RoundRow } from './RoundRow';
import classes from './rounds.module.css';
import { RoundsHead } from './RoundsHead';
import { useRounds } from './useRounds';

/** One-to-one rounds: one gathering, several short meetings, one screen, saved and undone as one. */
export function RoundsForm({ loaded, onClose }: { loaded: LoadedRounds; onClose(): void }) {
  const root = useRef<HTMLDivElement>(null);
  const form = useRounds(loaded, root, onClose);
  const { rounds } = form.rounds;
  return (
    <SheetModal
      title="One-to-one rounds"
      aside={
        <span className={sheet.aside}>
          <DraftState status={form.draft} />
          <DraftsMenu except={loaded.draftId} />
        </span>
      }
      onClose={form.close}
      onSave={form.save}
    >
      <div ref={root} className={sheet.body}>
        <RoundsHead
          rounds={form.rounds}
          change={form.change}
          issueOf={form.issueOf}
          autoFocus={loaded.draft.gathering === null && loaded.caret === null}
        />
        <ol className={classes.rows}>
          {rounds.map((round, index) => (
            <RoundRow
              key={round.row}
              round={round}
              number={index + 1}
              newElsewhere={newInOtherRows(form.rounds, round.row)}
              error={form.issueOf(`round.${round.row}.people`) ?? form.issueOf(`round.${round.row}.words`)}
              autoFocus={index === 0 && loaded.draft.gathering !== null}
              onChange={(patch) => form.changeRow(round.row, patch)}
              onNext={() => form.goOn(index)}
              onRemove={rounds.length === 1 ? null : () => form.removeRow(round.row)}
            />
          ))}
        </ol>
      </div>
      <footer className={sheet.footer}>
        <ErrorNote error={form.error === null ? null : new CallRefused(form.error)} />
        <div className={sheet.actions}>
          <button type="button" className={sheet.moreButton} onClick={() => form.goOn(rounds.length - 1)}>
            Next round <Kbd keys="Enter" />
          </button>
          <Button
            variant="subtle"
            color="gray"
            c="var(--ink)"
            rightSection={<Kbd keys="Esc" />}
            onClick={form.close}
          >
            {form.isEmpty ? 'Close' : 'Keep as draft'}
          </Button>
          <Button rightSection={<Kbd keys="Mod+Enter" />} onClick={form.save}>
            Save all
          </Button>
        </div>
      </footer>
    </SheetModal>
  );
}
