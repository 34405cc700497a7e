import { Button, Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { CallOutput } from '../../../../shared/contract/contract';
import type { Parting, ReasonReview } from '../../../../shared/insight/breakdown/review';
import { BreakdownReason, type Person } from '../../../../shared/model/person';
import type { EvidenceRef } from '../../../../shared/insight/types';
import { useRead, useWrite } from '../../../api';
import { formatDay } from '../../../../shared/words/dates';
import { toastDone, toastError } from '../../../ui/toasts';
import type { Explanation } from '../../../ui/why/explanation';
import { WhyDrawer } from '../../../ui/why/WhyDrawer';
import { reasonLabels, signSentence, strengthLabels } from '../../../../shared/words/breakdown';
import { listWords } from '../../../../shared/words/spans';
import { useToday } from '../../../ui/useToday';
import { useAsShown, usePastDay } from '../past/past-day';
import { SideCard } from '../side/SideCard';
import classes from './Breakdown.module.css';

const PARTINGS: Record<Exclude<Parting, null>, string> = {
  ended: 'You have ended it. What the entries say of why:',
  faded: 'It has gone quiet. What the entries say of why:',
  cooled: 'Something stands between you. What the entries say:',
};

interface BreakdownProps {
  person: Person;
  onFind: (ref: EvidenceRef) => void;
}

/** Why it broke down: the reasons ranked, with what speaks for and against each, and the user's own verdict. */
export function Breakdown({ person, onFind }: BreakdownProps) {
  const { data } = useRead('insights.breakdown', useAsShown(person.id));
  const [why, setWhy] = useState<Explanation | null>(null);
  const [past, now] = [usePastDay(), useToday()];
  const today = past ?? now;
  if (!data || (data.review.parting === null && data.verdict === null)) return null;
  const { parting, reasons } = data.review;
  const shown = reasons.filter(({ strength }) => strength !== 'none');
  return (
    <SideCard title="What may have come between">
      {parting ? <p className={classes.words}>{PARTINGS[parting]}</p> : null}
      {shown.length === 0 ? (
        <p className={classes.dim}>Too early to say: no entry points to a reason.</p>
      ) : (
        <ol className={classes.reasons}>
          {shown.map((review) => (
            <li key={review.reason}>
              <button type="button" className={classes.reason} onClick={() => setWhy(explainReason(review))}>
                <span className={classes.label}>{reasonLabels[review.reason]}</span>
                <span className={classes.dim}>
                  {strengthLabels[review.strength]}
                  {review.against.length > 0 ? ', and something against it' : ''}
                </span>
              </button>
            </li>
          ))}
        </ol>
      )}
      {past === null ? <Verdict key={person.rev} personId={person.id} verdict={data.verdict} /> : null}
      <WhyDrawer
        explanation={why}
        personId={person.id}
        today={today}
        onClose={() => setWhy(null)}
        onOpen={(ref) => {
          setWhy(null);
          onFind(ref);
        }}
      />
    </SideCard>
  );
}

function explainReason(review: ReasonReview): Explanation {
  const reasons = (signs: ReasonReview['for'], sign: 'for' | 'against') =>
    signs.map((one) => ({ sentence: signSentence(one), sign, refs: [...one.evidence].reverse() }));
  return {
    title: reasonLabels[review.reason],
    groups: [
      { heading: 'For it', words: [], reasons: reasons(review.for, 'for') },
      ...(review.against.length > 0
        ? [{ heading: 'Against it', words: [], reasons: reasons(review.against, 'against') }]
        : []),
    ],
  };
}

interface VerdictProps {
  personId: string;
  verdict: CallOutput<'insights.breakdown'>['verdict'];
}

/** What the user holds to be the reason goes before what the entries say. */
function Verdict({ personId, verdict }: VerdictProps) {
  const [open, setOpen] = useState(false);
  const [reasons, setReasons] = useState<string[]>(verdict?.reasons ?? []);
  const [note, setNote] = useState(verdict?.note ?? '');
  const save = useWrite('insights.verdict');
  const keep = () => {
    const words = note.trim();
    const chosen = BreakdownReason.options.filter((reason) => reasons.includes(reason));
    save.mutate(
      { id: personId, verdict: { reasons: chosen, ...(words === '' ? {} : { note: words }) } },
      {
        onSuccess: () => {
          setOpen(false);
          toastDone('Your verdict is kept');
        },
        onError: toastError,
      },
    );
  };
  if (!open) {
    return (
      <div className={classes.verdict}>
        {verdict ? (
          <p className={classes.words}>
            You say:{' '}
            {verdict.reasons.length > 0
              ? listWords(verdict.reasons.map((one) => reasonLabels[one]))
              : 'none of these'}{' '}
            <span className={classes.dim}>({formatDay(verdict.on)})</span>
            {verdict.note ? <span className={classes.note}> {verdict.note}</span> : null}
          </p>
        ) : null}
        <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
          {verdict ? 'Change your verdict' : 'What do you say?'}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.verdict}>
      <Checkbox.Group label="What it was, in your eyes" value={reasons} onChange={setReasons}>
        <div className={classes.choices}>
          {BreakdownReason.options.map((reason) => (
            <Checkbox key={reason} value={reason} label={reasonLabels[reason]} size="sm" />
          ))}
        </div>
      </Checkbox.Group>
      <Textarea
        label="In your words"
        autosize
        minRows={1}
        maxRows={6}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        styles={{ input: { fontFamily: 'var(--serif)', fontSize: 16.5 } }}
      />
      <div className={classes.buttons}>
        <Button size="compact-md" onClick={keep} loading={save.isPending}>
          Keep
        </Button>
        <Button size="compact-md" variant="default" onClick={() => setOpen(false)}>
          Cancel
        </Button>
        {verdict ? (
          <Button
            size="compact-md"
            variant="subtle"
            onClick={() =>
              save.mutate(
                { id: personId, verdict: null },
                { onSuccess: () => toastDone('Your verdict was taken back'), onError: toastError },
              )
            }
          >
            Take it back
          </Button>
        ) : null}
      </div>
    </div>
  );
}
