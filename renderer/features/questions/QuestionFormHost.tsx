import { NativeSelect, Textarea } from '@mantine/core';
import { useCallback } from 'react';
import type { Draft } from '../../../shared/contract/app';
import { call } from '../../api';
import { useContinueDraft } from '../../ui/drafts';
import { optionsOf } from '../../ui/filter-words';
import { FormSheet } from '../../ui/FormSheet';
import { draftFor, useFormStart } from '../../ui/load-form';
import { type FormStart, useRecordForm } from '../../ui/useRecordForm';
import { questionPurposeLabels, stageLabels } from '../../../shared/words/labels';
import { openQuestionForm, type QuestionFormArgs, questionFormOverlay } from './overlays';
import { formOf, newQuestion, QuestionValue, toSave } from './question-form';

const close = () => questionFormOverlay.close();
const fields = QuestionValue.shape;

/** The form of a question, rendered once; `openQuestionForm` opens it from anywhere. */
export function QuestionFormHost() {
  const args = questionFormOverlay.useArgs();
  useContinueDraft(
    'question',
    useCallback(({ id }: Draft) => openQuestionForm({ draftId: id }), []),
  );
  const start = useFormStart(args, loadStart, close);
  if (!args || !start) return null;
  return <QuestionForm key={start.draft?.id ?? start.recordId ?? 'new'} start={start} />;
}

async function loadStart({ edit, draftId }: QuestionFormArgs): Promise<FormStart<QuestionValue>> {
  const draft = await draftFor('question', { draftId, recordId: edit?.id ?? null }, QuestionValue);
  return { pristine: edit ? formOf(edit) : newQuestion, draft, recordId: edit?.id ?? null };
}

function QuestionForm({ start }: { start: FormStart<QuestionValue> }) {
  const { value, patch, fieldErrors, sheet } = useRecordForm({
    form: 'question',
    start,
    titleOf: ({ text }) => text.trim() || 'A question',
    save: saveQuestion,
    onClose: close,
  });
  return (
    <FormSheet title={start.recordId === null ? 'New question' : 'Question'} {...sheet}>
      <Textarea
        label="The question"
        description="As you would say it. One that can’t be answered with yes or no opens more."
        autosize
        minRows={2}
        maxRows={8}
        data-autofocus
        data-field="text"
        value={value.text}
        error={fieldErrors['question.text']}
        onChange={(event) => patch({ text: event.currentTarget.value })}
        styles={{ input: { fontFamily: 'var(--serif)', fontSize: 16.5 } }}
      />
      <NativeSelect
        label="What it is good for"
        value={value.purpose}
        onChange={(event) => patch({ purpose: fields.purpose.parse(event.currentTarget.value) })}
        data={optionsOf(questionPurposeLabels)}
      />
      <NativeSelect
        label="Natural to ask"
        value={value.stage ?? ''}
        onChange={(event) => patch({ stage: fields.stage.parse(event.currentTarget.value || null) })}
        data={[
          { value: '', label: 'at any time' },
          ...optionsOf(stageLabels).map(({ value: stage, label }) => ({
            value: stage,
            label: `from ${label} on`,
          })),
        ]}
      />
    </FormSheet>
  );
}

async function saveQuestion(value: QuestionValue): Promise<string> {
  await call('questions.save', toSave(value));
  return value.editing === null ? 'Question added to the bank' : 'Question changed';
}
