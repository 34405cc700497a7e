import { useState } from 'react';
import { useRead } from '../../../api';
import { answerLabels } from '../../../../shared/words/labels';
import { Choices } from '../controls/Choices';
import type { DraftQuestion } from '../debrief-draft';
import form from '../form/form.module.css';
import { useField } from '../form/form-store';
import { Section, TextField } from './fields';
import classes from './more.module.css';

const ANSWERS = [
  { value: 'none' as const, label: answerLabels.none, key: 'n' },
  { value: 'minimal' as const, label: answerLabels.minimal, key: 's' },
  { value: 'full' as const, label: answerLabels.full, key: 'f' },
];

/** What I asked and how fully it was answered, and what they asked. */
export function Questions({ onBank }: { onBank: () => void }) {
  const [asked, setAsked] = useField('questionsAsked');
  const bank = useRead('questions.list', {}).data?.questions ?? [];
  const textOf = (question: DraftQuestion) =>
    question.text || (bank.find(({ id }) => id === question.questionId)?.text ?? 'A question');
  const change = (index: number, patch: Partial<DraftQuestion>) =>
    setAsked(asked.map((question, at) => (at === index ? { ...question, ...patch } : question)));
  return (
    <Section title="Questions">
      <button type="button" className={classes.bank} onClick={onBank}>
        Question bank
      </button>
      {asked.map((question, index) => (
        <div key={index} className={classes.row}>
          <span className={classes.rowText}>{textOf(question)}</span>
          <Choices
            label={`Answer to ${textOf(question)}`}
            choices={ANSWERS}
            value={question.answer}
            onChange={(answer) => change(index, { answer })}
          />
          <button
            type="button"
            className={form.icon}
            aria-label={`Remove the question ${textOf(question)}`}
            onClick={() => setAsked(asked.filter((_, at) => at !== index))}
          >
            ×
          </button>
        </div>
      ))}
      <AddQuestion
        bank={bank}
        onAdd={(text) => {
          const known = bank.find((question) => question.text === text);
          setAsked([...asked, known ? { questionId: known.id, text: '' } : { text }]);
        }}
      />
      <TextField name="theyAsked" label="They asked" placeholder="what they wanted to know" />
      <TextField name="questionsTheyAsked" label="How many questions" short />
    </Section>
  );
}

/** From the bank (suggestions of the field) or in one's own words; Enter adds it. */
function AddQuestion(props: { bank: readonly { id: string; text: string }[]; onAdd(text: string): void }) {
  const [text, setText] = useState('');
  const add = () => {
    const asked = text.trim().slice(0, 1_000);
    if (asked === '') return;
    props.onAdd(asked);
    setText('');
  };
  return (
    <div className={classes.field}>
      <label htmlFor="add-question" className={form.factLabel}>
        I asked
      </label>
      <span className={classes.control}>
        <input
          id="add-question"
          type="text"
          className={form.line}
          list="question-bank"
          maxLength={1_000}
          data-field="addQuestion"
          placeholder="a question, then Enter"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            add();
          }}
        />
        <datalist id="question-bank">
          {props.bank.map((question) => (
            <option key={question.id} value={question.text}>
              {question.text}
            </option>
          ))}
        </datalist>
      </span>
    </div>
  );
}
