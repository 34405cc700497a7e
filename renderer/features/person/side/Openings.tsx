import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Openings as Data } from '../../../../shared/insight/openings';
import type { EvidenceRef } from '../../../../shared/insight/types';
import type { Person } from '../../../../shared/model/person';
import type { CalendarDate } from '../../../../shared/model/primitives';
import { call, useRead, useWrite } from '../../../api';
import { copyText } from '../../../ui/copy-text';
import { formatDay } from '../../../../shared/words/dates';
import { toastDone, toastError } from '../../../ui/toasts';
import { count } from '../../../../shared/words/spans';
import { useAsShown, usePastDay } from '../past/past-day';
import classes from './Side.module.css';
import { SideCard } from './SideCard';

interface OpeningsProps {
  person: Person;
  today: CalendarDate;
  onFind: (ref: EvidenceRef) => void;
}

/** Whether their needs were asked for, what is worth asking next, and feedback that waits until they ask. */
export function Openings({ person, today, onFind }: OpeningsProps) {
  const { data } = useRead('insights.openings', useAsShown(person.id));
  const past = usePastDay() !== null;
  if (!data) return null;
  return (
    <>
      {data.heldBack.length > 0 ? <HeldBack data={data} today={today} onFind={onFind} /> : null}
      <SideCard
        title="Worth asking"
        action={
          <Link href="/questions" className={classes.link}>
            Question bank
          </Link>
        }
      >
        <p className={classes.dim}>{needsWords(person, data)}</p>
        <ul className={classes.plain}>
          {data.worthAsking.map(({ question, again }) => (
            <li key={question.id}>
              <button
                type="button"
                className={classes.question}
                title="Copy"
                onClick={() => copy(question.text)}
              >
                {question.text}
                {again ? <span className={classes.dim}> asked before, not yet answered in full</span> : null}
              </button>
            </li>
          ))}
        </ul>
        {past ? null : <NewNeed person={person} />}
      </SideCard>
    </>
  );
}

function needsWords({ needs = [] }: Person, { needs: { asked, full } }: Data): string {
  if (needs.length > 0) return `${count(needs.length, 'need')} noted. Worth asking next:`;
  if (asked === 0) return 'No need is noted, and you have not asked for one yet.';
  return `No need is noted; you asked ${count(asked, 'question')} about needs, ${full} answered in full.`;
}

function copy(text: string): void {
  copyText(text, 'Copied. It is counted once a debrief says that you asked it.');
}

function HeldBack({
  data,
  today,
  onFind,
}: {
  data: Data;
  today: CalendarDate;
  onFind: OpeningsProps['onFind'];
}) {
  return (
    <SideCard title="Held back, until they ask">
      <ul className={classes.plain}>
        {data.heldBack.map(({ interactionId, on, words }) => (
          <li key={interactionId}>
            <button
              type="button"
              className={classes.question}
              onClick={() => onFind({ kind: 'interaction', id: interactionId })}
            >
              <span className={classes.own}>{words}</span>
              <span className={classes.dim}> {formatDay(on, today)}</span>
            </button>
          </li>
        ))}
      </ul>
    </SideCard>
  );
}

/** A need in a line: found by asking, noted at once. */
function NewNeed({ person }: { person: Person }) {
  const [text, setText] = useState('');
  const save = useWrite('people.save');
  const add = async () => {
    const need = text.trim();
    if (need === '') return;
    // The record as it is now: the page may show what it was a moment ago.
    const {
      id,
      rev,
      createdAt: _created,
      updatedAt: _updated,
      ...fields
    } = await call('people.get', { id: person.id });
    await save.mutateAsync({
      editing: { id, rev },
      person: { ...fields, needs: [...(fields.needs ?? []), need] },
    });
    setText('');
    toastDone('Need noted');
  };
  return (
    <form
      className={classes.inline}
      onSubmit={(event) => {
        event.preventDefault();
        add().catch(toastError);
      }}
    >
      <input
        className={classes.field}
        aria-label="A need they told you"
        placeholder="What do they need?"
        value={text}
        maxLength={1_000}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" size="compact-md" disabled={text.trim() === ''}>
        Note it
      </Button>
    </form>
  );
}
