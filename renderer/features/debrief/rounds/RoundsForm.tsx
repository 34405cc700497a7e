import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { v4 as newRow } from 'uuid';
import { understandMinutes } from '../../../../shared/debrief/minutes';
import { understandWhen } from '../../../../shared/debrief/when';
import type { CallError } from '../../../../shared/contract/journal';
import { call, callErrorOf, CallRefused, restoreCaret, useDraft } from '../../../api';
import { formatInstant, formatMinutes } from '../../../ui/dates';
import { ErrorNote } from '../../../ui/ErrorNote';
import { Kbd } from '../../../ui/Kbd';
import { inWords } from '../useSaveDebrief';
import { toastDone, toastError } from '../../../ui/toasts';
import { useNow } from '../../../ui/useToday';
import { ChipText } from '../controls/ChipText';
import { DraftsMenu } from '../drafts/DraftsMenu';
import { DraftState } from '../drafts/DraftState';
import head from '../form/form.module.css';
import { dateOrderHere, whenWords } from '../form/when-words';
import { SheetModal } from '../SheetModal';
import sheet from '../sheet.module.css';
import type { Issue } from '../to-debrief';
import { GatheringPicker } from './GatheringPicker';
import { emptyRound, isEmptyRounds, namesOf, type Round, type RoundsDraft, toRounds } from './rounds-draft';
import { RoundRow } from './RoundRow';
import classes from './rounds.module.css';
import type { LoadedRounds } from './load-rounds';

/** One-to-one rounds: one gathering, several short meetings, one screen, saved and undone as one. */
export function RoundsForm({ loaded, onClose }: { loaded: LoadedRounds; onClose(): void }) {
  const [rounds, setRounds] = useState(loaded.draft);
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const root = useRef<HTMLDivElement>(null);
  const draft = useDraft(contentOf(rounds, loaded), root, loaded.kept ? loaded.draftId : null);
  const { error, attempt, setError } = useAttempt();
  useEffect(() => {
    const timer = setTimeout(() => restoreCaret(root.current, loaded.caret), 0);
    return () => clearTimeout(timer);
  }, [loaded]);

  const change = (patch: Partial<RoundsDraft>) => {
    setRounds((now) => ({ ...now, ...patch }));
    setIssues([]);
  };
  const changeRow = (row: string, patch: Partial<Round>) =>
    change({ rounds: rounds.rounds.map((round) => (round.row === row ? { ...round, ...patch } : round)) });
  const close = async () => {
    const status = await draft.flush();
    if (status.kind !== 'notKept') onClose();
  };
  const goOn = (from: number) => {
    const next = rounds.rounds[from + 1] ?? emptyRound(newRow());
    if (from + 1 >= rounds.rounds.length) flushSync(() => change({ rounds: [...rounds.rounds, next] }));
    restoreCaret(root.current, { field: `round.${next.row}.people`, start: 0, end: 0 });
  };
  const save = () => {
    const conversion = toRounds(rounds, new Date(), loaded.draftId);
    if (conversion.kind === 'issues') {
      setIssues(conversion.issues);
      const [first] = conversion.issues;
      setError({ code: 'invalidInput', message: `Nothing was saved yet. ${first?.message ?? ''}` });
      if (first) restoreCaret(root.current, { field: first.field, start: 0, end: 10_000 });
      return;
    }
    void attempt(async () => {
      const { ids } = await call('interactions.saveRounds', conversion.input);
      onClose();
      toastDone(ids.length === 1 ? '1 round written down' : `${ids.length} rounds written down`);
      await draft.drop().catch(toastError);
    });
  };
  const issueOf = (field: string) => issues.find((issue) => issue.field === field)?.message;
  return (
    <SheetModal
      title="One-to-one rounds"
      aside={
        <span className={sheet.aside}>
          <DraftState status={draft.status} />
          <DraftsMenu except={loaded.draftId} />
        </span>
      }
      onClose={() => void close()}
      onSave={save}
    >
      <div ref={root} className={sheet.body}>
        <RoundsHead
          rounds={rounds}
          change={change}
          issueOf={issueOf}
          autoFocus={loaded.draft.gathering === null && loaded.caret === null}
        />
        <ol className={classes.rows}>
          {rounds.rounds.map((round, index) => (
            <RoundRow
              key={round.row}
              round={round}
              number={index + 1}
              error={issueOf(`round.${round.row}.people`)}
              autoFocus={index === 0 && loaded.draft.gathering !== null}
              onChange={(patch) => changeRow(round.row, patch)}
              onNext={() => goOn(index)}
              onRemove={
                rounds.rounds.length === 1
                  ? null
                  : () => change({ rounds: rounds.rounds.filter(({ row }) => row !== round.row) })
              }
            />
          ))}
        </ol>
      </div>
      <footer className={sheet.footer}>
        <ErrorNote error={error === null ? null : new CallRefused(error)} />
        <div className={sheet.actions}>
          <button type="button" className={sheet.moreButton} onClick={() => goOn(rounds.rounds.length - 1)}>
            Next round <Kbd keys="Enter" />
          </button>
          <Button
            variant="subtle"
            color="gray"
            c="var(--ink)"
            rightSection={<Kbd keys="Esc" />}
            onClick={() => void close()}
          >
            {contentOf(rounds, loaded) === null ? 'Close' : 'Keep as draft'}
          </Button>
          <Button rightSection={<Kbd keys="Mod+Enter" />} onClick={save}>
            Save all
          </Button>
        </div>
      </footer>
    </SheetModal>
  );
}

interface RoundsHeadProps {
  rounds: RoundsDraft;
  change(patch: Partial<RoundsDraft>): void;
  issueOf(field: string): string | undefined;
  autoFocus: boolean;
}

function RoundsHead({ rounds, change, issueOf, autoFocus }: RoundsHeadProps) {
  const now = useNow();
  const length = understandMinutes(rounds.minutesPerRound);
  const lengthWords = length.kind === 'understood' ? formatMinutes(length.minutes) : '';
  const onWhen = (text: string) => {
    const when = understandWhen(text, new Date(), dateOrderHere());
    change(when.kind === 'understood' ? { at: when.at, whenText: '' } : { whenText: text });
  };
  return (
    <div className={head.head}>
      <GatheringPicker
        field="gathering"
        value={rounds.gathering}
        autoFocus={autoFocus}
        error={issueOf('gathering')}
        onChange={(gathering, from, minutes) =>
          change({
            gathering: gathering && { id: gathering.id, name: gathering.name },
            ...(from === null ? {} : { at: from, whenText: '' }),
            ...(minutes === null ? {} : { minutesPerRound: String(minutes) }),
          })
        }
      />
      <ChipText
        label="When it began"
        field="when"
        placeholder="When?"
        typed={rounds.whenText}
        understood={whenWords(rounds.at, now)}
        onType={onWhen}
        onLeave={() => (rounds.whenText.trim() === '' ? change({ whenText: '' }) : undefined)}
        error={issueOf('when')}
        hint={rounds.whenText === '' ? formatInstant(rounds.at) : 'Say it as you like: “yesterday 7pm”'}
      />
      <ChipText
        label="Minutes a round"
        field="minutesPerRound"
        placeholder="minutes a round?"
        typed={lengthWords === '' ? rounds.minutesPerRound : ''}
        understood={lengthWords === '' ? '' : `${lengthWords} a round`}
        onType={(minutesPerRound) => change({ minutesPerRound })}
        onLeave={() => undefined}
        error={issueOf('minutesPerRound')}
        hint={length.kind === 'refused' ? length.message : lengthWords || undefined}
      />
    </div>
  );
}

function contentOf(rounds: RoundsDraft, loaded: LoadedRounds) {
  if (isEmptyRounds(rounds, loaded.opened)) return null;
  const title = rounds.gathering?.name ?? namesOf(rounds);
  return { id: loaded.draftId, form: 'rounds' as const, recordId: null, title, value: rounds };
}

/** One attempt at a time; what it was refused with stays until the next. */
function useAttempt() {
  const [error, setError] = useState<CallError | null>(null);
  const busy = useRef(false);
  const attempt = async (what: () => Promise<void>) => {
    if (busy.current) return;
    busy.current = true;
    setError(null);
    try {
      await what();
    } catch (thrown) {
      setError(inWords(callErrorOf(thrown)));
    } finally {
      busy.current = false;
    }
  };
  return { error, attempt, setError };
}
