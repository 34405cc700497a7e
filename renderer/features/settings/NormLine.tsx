import { Button, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import type { NormView } from '../../../shared/contract/norms';
import { refusalOf } from '../../../shared/insight/norm-limits';
import { type NormName, type Norms, normsByName } from '../../../shared/insight/norms';
import { callErrorOf, useWrite } from '../../api';
import { toastDone } from '../../ui/toasts';
import {
  figureText,
  figureTyped,
  normLabels,
  normValue,
  originLabels,
  rangeWords,
  refusalWords,
  unitWords,
} from '../../../shared/words/norms';
import { capitalised, count } from '../../../shared/words/spans';
import classes from './Norms.module.css';

/** One norm: what it says, the figure in use in a field, where it comes from, and what else it could be. */
export function NormLine({ view, norms }: { view: NormView; norms: Norms }) {
  const { name, value, origin } = view;
  const { fix, release, problem, clear } = useNorm(name, norms);
  const id = useId();
  return (
    <li className={classes.line}>
      <label htmlFor={id} className={classes.label}>
        {normLabels[name]}
      </label>
      <div className={classes.field}>
        <FigureField id={id} view={view} problem={problem} onFix={fix} onTouch={clear} />
        <span aria-hidden="true">{unitWords(name, value)}</span>
      </div>
      <div className={classes.about}>
        <p className={classes.dim} id={`${id}-about`}>
          <span data-origin={origin} className={classes.origin}>
            {capitalised(originLabels[origin])}.
          </span>{' '}
          {defaultWords(view)} {ownWords(view)}
        </p>
        <Choices view={view} onFix={fix} onRelease={release} />
      </div>
      <p id={`${id}-problem`} role="alert" className={classes.problem}>
        {problem}
      </p>
    </li>
  );
}

interface FieldProps {
  id: string;
  view: NormView;
  problem: string | null;
  /** Whether it was taken. */
  onFix: (value: number | null) => boolean;
  onTouch: () => void;
}

/** Enter, or leaving the field, fixes what was typed; Escape puts back the figure in use. */
function FigureField({ id, view: { name, value }, problem, onFix, onTouch }: FieldProps) {
  const inUse = figureText(name, value);
  const [shown, setShown] = useState(inUse);
  const [text, setText] = useState(inUse);
  const [taken, setTaken] = useState<string | null>(null);
  const show = (figure: string) => {
    setText(figure);
    setTaken(null);
  };
  if (shown !== inUse) {
    setShown(inUse);
    show(inUse);
  }
  const take = () => {
    // Leaving the field right after Enter must not fix it a second time.
    if (text.trim() === inUse || text === taken) return;
    if (onFix(figureTyped(name, text))) setTaken(text);
  };
  return (
    <TextInput
      id={id}
      value={text}
      inputMode="decimal"
      autoComplete="off"
      error={problem !== null}
      aria-describedby={`${id}-about ${id}-problem`}
      classNames={{ input: classes.input ?? '' }}
      onChange={(event) => {
        onTouch();
        show(event.currentTarget.value);
      }}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
        if (event.key === 'Escape' && text !== inUse) {
          event.stopPropagation();
          onTouch();
          show(inUse);
        }
      }}
    />
  );
}

interface ChoicesProps {
  view: NormView;
  onFix: (value: number) => unknown;
  onRelease: () => void;
}

/** What else it could be: usual with the user, or as it was before they fixed it. */
function Choices({ view: { name, value, origin, own }, onFix, onRelease }: ChoicesProps) {
  const usual = own?.kind === 'known' && own.value !== value ? own.value : null;
  if (usual === null && origin !== 'fixed') return null;
  return (
    <div className={classes.choices}>
      {usual === null ? null : (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`Use ${normValue(name, usual)} for “${normLabels[name]}”`}
          onClick={() => onFix(usual)}
        >
          Use {normValue(name, usual)}
        </Button>
      )}
      {origin === 'fixed' ? (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`Back to the usual figure for “${normLabels[name]}”`}
          onClick={onRelease}
        >
          No longer fixed
        </Button>
      ) : null}
    </div>
  );
}

/** Fixing and taking back, refused in words before it is sent. */
function useNorm(name: NormName, norms: Norms) {
  const fixing = useWrite('norms.fix');
  const releasing = useWrite('norms.release');
  const [problem, setProblem] = useState<string | null>(null);
  const onError = (thrown: unknown) => setProblem(callErrorOf(thrown).message);
  const fix = (value: number | null): boolean => {
    const refusal = value === null ? null : refusalOf(name, value, norms);
    setProblem(value === null ? rangeWords(name) : refusal && refusalWords(name, refusal));
    if (value === null || refusal) return false;
    const onSuccess = () => toastDone(`${normLabels[name]}: ${normValue(name, value)}`);
    fixing.mutate({ norm: name, value }, { onSuccess, onError });
    return true;
  };
  const release = () => {
    const refusal = refusalOf(name, defaultOf(name).value, norms);
    setProblem(refusal && `It cannot go back yet. ${refusalWords(name, refusal)}`);
    if (refusal) return;
    const onSuccess = () => toastDone(`${normLabels[name]}: no longer fixed`);
    releasing.mutate({ norm: name }, { onSuccess, onError });
  };
  return { fix, release, problem, clear: () => setProblem(null) };
}

function defaultOf(name: NormName) {
  const norm = normsByName.get(name);
  if (!norm) throw new Error(`There is no norm ${name}.`);
  return norm;
}

/** `The default is 30 days. Dunbar: …`. Where it is in use, its source alone. */
function defaultWords({ name, value, origin }: NormView): string {
  const { value: usual, source } = defaultOf(name);
  // Of its own invention it needs no source beside its name.
  const from = source === 'Rapport’s own default.' ? '' : source;
  return origin === 'default' && usual === value ? from : `The default is ${normValue(name, usual)}. ${from}`;
}

function ownWords({ name, origin, own }: NormView): string {
  if (own === null) return '';
  if (own.kind === 'tooEarly')
    return `Your own history: too early to say, ${own.have} of ${count(own.need, 'person', 'people')}.`;
  const from = `from ${count(own.people, 'person', 'people')}`;
  return origin === 'ownHistory'
    ? `Counted ${from}.`
    : `Usual with you: ${normValue(name, own.value)}, ${from}.`;
}
