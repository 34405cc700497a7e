import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { understandDue } from '../../../../shared/debrief/when';
import type { Side } from '../../../../shared/model/primitives';
import { formatDay } from '../../../../shared/words/dates';
import { promiseByLabels, promiseStatusLabels } from '../../../../shared/words/labels';
import { ChipSelect } from '../controls/ChipSelect';
import { ChipText } from '../controls/ChipText';
import chips from '../controls/chips.module.css';
import type { DraftPromise } from '../debrief-draft';
import { dueFrom } from '../to-debrief';
import classes from './form.module.css';
import { useField, useForm, useIssue } from './form-store';

/** What was promised, by me and by them, with a day: "Friday" is understood. */
export function Promises() {
  const { store } = useForm();
  const [promises, setPromises] = useField('promises');
  const rows = useRef<HTMLDivElement>(null);
  const add = (by: Side) => {
    flushSync(() =>
      setPromises([...store.draft.promises, { by, what: '', dueText: '', status: 'open' as const }]),
    );
    const fields = rows.current?.querySelectorAll<HTMLInputElement>('[data-what]');
    fields?.[fields.length - 1]?.focus();
  };
  return (
    <div ref={rows} className={classes.promises} role="group" aria-label="Promises">
      {promises.map((promise, index) => (
        <PromiseRow key={promise.id ?? index} promise={promise} index={index} />
      ))}
      <div className={classes.facts}>
        {(['me', 'them'] as const).map((by) => (
          <button key={by} type="button" className={chips.chip} data-tone="plus" onClick={() => add(by)}>
            <span aria-hidden="true">+ </span>
            {promiseByLabels[by]}
          </button>
        ))}
      </div>
    </div>
  );
}

function PromiseRow({ promise, index }: { promise: DraftPromise; index: number }) {
  const { store, order } = useForm();
  const whatIssue = useIssue(`promises.${index}.what`);
  const dueIssue = useIssue(`promises.${index}.dueOn`);
  const change = (patch: Partial<DraftPromise>) =>
    store.change({
      promises: store.draft.promises.map((other, at) => (at === index ? { ...other, ...patch } : other)),
    });
  const remove = () => store.change({ promises: store.draft.promises.filter((_, at) => at !== index) });
  const onType = (text: string) => {
    if (text.trim() === '') return change({ dueText: '', dueOn: undefined });
    const due = understandDue(text, dueFrom(store.draft, new Date()), order);
    change(due.kind === 'understood' ? { dueText: '', dueOn: due.on } : { dueText: text });
  };
  const onLeave = () => {
    const text = store.draft.promises[index]?.dueText ?? '';
    if (text.trim() === '') return;
    const due = understandDue(text, dueFrom(store.draft, new Date()), order);
    if (due.kind === 'refused')
      store.report([...store.issues, { field: `promises.${index}.dueOn`, message: due.message }]);
  };
  const due = promise.dueOn === undefined ? '' : formatDay(promise.dueOn);
  return (
    <div className={classes.promiseRow}>
      <button
        type="button"
        tabIndex={-1}
        className={classes.side}
        title="Press to change whose promise it is"
        onClick={() => change({ by: promise.by === 'me' ? 'them' : 'me' })}
      >
        {promiseByLabels[promise.by]}
      </button>
      <input
        type="text"
        data-what
        className={classes.line}
        aria-label={`${promiseByLabels[promise.by]} what`}
        aria-invalid={whatIssue !== undefined}
        data-field={`promises.${index}.what`}
        placeholder="what?"
        value={promise.what}
        onChange={(event) => change({ what: event.currentTarget.value })}
        onKeyDown={(event) => {
          // An empty line goes as it came.
          if (event.key === 'Backspace' && promise.what === '' && promise.id === undefined) remove();
        }}
      />
      <span className={classes.by}>by</span>
      <ChipText
        label="Due"
        field={`promises.${index}.dueOn`}
        placeholder="Friday?"
        typed={promise.dueText}
        understood={due}
        onType={onType}
        onLeave={onLeave}
        error={dueIssue}
        hint={promise.dueText === '' ? due || undefined : 'Say it as you like: “Friday”, “in two weeks”'}
      />
      <Whose promise={promise} onChange={(personId) => change({ personId })} />
      {promise.status === 'open' ? null : (
        <span className={classes.quietNote}>{promiseStatusLabels[promise.status]}</span>
      )}
      <button
        type="button"
        className={classes.icon}
        aria-label={`Remove promise ${promise.what}`}
        onClick={remove}
      >
        ×
      </button>
      {whatIssue === undefined ? null : (
        <p className={classes.problem} role="alert">
          {whatIssue}
        </p>
      )}
    </div>
  );
}

/** With several people: whose promise, or to whom. */
function Whose(props: { promise: DraftPromise; onChange(personId: string | undefined): void }) {
  const [people] = useField('people');
  if (people.length < 2) return null;
  const choices = people.map((person) => ({ value: person.key, label: person.name }));
  return (
    <ChipSelect
      label={props.promise.by === 'me' ? 'To whom' : 'Who promised'}
      choices={choices}
      value={props.promise.personId ?? people[0]?.key}
      onChange={props.onChange}
      placeholder="who?"
    />
  );
}
