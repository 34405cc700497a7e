import { Button, SegmentedControl } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import type { QuestionBank } from '../../../shared/contract/questions';
import { useRead } from '../../api';
import { runCommand } from '../../ui/commands';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import { optionsOf } from '../../ui/filter-words';
import { FilterMenu } from '../../ui/FilterMenu';
import page from '../../ui/ListPage.module.css';
import { PageHeader } from '../../ui/PageHeader';
import { PersonFilter } from '../../ui/PersonFilter';
import { useViewState } from '../../ui/view-state';
import type { Explanation } from '../../ui/why/explanation';
import { type OpenEvidence, useOpenEvidence } from '../../ui/why/useOpenEvidence';
import { WhyDrawer } from '../../ui/why/WhyDrawer';
import { questionPurposeLabels, stageLabels } from '../../../shared/words/labels';
import { capitalised, count } from '../../../shared/words/spans';
import { openDebrief } from '../debrief';
import { purposeHints, fareWords } from './question-words';
import { QuestionLine } from './QuestionLine';
import { groupsOf, isIn, type PurposeGroup, QuestionsView, wholeBank } from './questions-view';
import classes from './Questions.module.css';

const fields = QuestionsView.shape;
const FROM_OPTIONS = [
  { value: 'any', label: 'at any time' },
  ...optionsOf(stageLabels).map(({ value, label }) => ({ value, label: `from ${label} on` })),
];

/** Questions worth asking, and what the user's own entries say of each: how often asked, how answered, and by whom. */
export function QuestionsPage() {
  const [view, set] = useViewState('questions', QuestionsView, wholeBank);
  const { data, error, refetch } = useRead(
    'questions.bank',
    view.person ? { personId: view.person.key } : {},
  );
  return (
    <>
      <PageHeader
        title="Question bank"
        description="What opens people up: what you asked, how fully it was answered, and by whom"
        actions={<Button onClick={() => runCommand('newQuestion')}>New question</Button>}
      />
      <ErrorNote error={error} title="The questions could not be read" onRetry={() => void refetch()} />
      <Toolbar view={view} set={set} data={data} />
      {data ? <Bank data={data} view={view} onClear={() => set({ ...wholeBank, show: view.show })} /> : null}
    </>
  );
}

interface ToolbarProps {
  view: QuestionsView;
  set: (view: QuestionsView) => void;
  data: QuestionBank | undefined;
}

function Toolbar({ view, set, data }: ToolbarProps) {
  const counted = (label: string, show: QuestionsView['show']) =>
    data ? `${label} ${data.questions.filter(({ question }) => isIn(question, show)).length}` : label;
  return (
    <div className={page.toolbar} data-sticky>
      <SegmentedControl
        aria-label="Which questions"
        value={view.show}
        onChange={(show) => set({ ...view, show: fields.show.parse(show) })}
        data={[
          { value: 'offered', label: counted('In the bank', 'offered') },
          { value: 'own', label: counted('Yours', 'own') },
          { value: 'hidden', label: counted('Put away', 'hidden') },
        ]}
      />
      <FilterMenu
        label="Purpose"
        options={optionsOf(questionPurposeLabels)}
        chosen={view.purposes}
        onChange={(purposes) => set({ ...view, purposes: fields.purposes.parse(purposes) })}
      />
      <FilterMenu
        label="Natural to ask"
        options={FROM_OPTIONS}
        chosen={view.stages}
        onChange={(stages) => set({ ...view, stages: fields.stages.parse(stages) })}
      />
      <PersonFilter person={view.person} onChange={(person) => set({ ...view, person })} />
    </div>
  );
}

function Bank({ data, view, onClear }: { data: QuestionBank; view: QuestionsView; onClear: () => void }) {
  const [why, setWhy] = useState<Explanation | null>(null);
  const open = useOpenEvidence(setWhy);
  const groups = groupsOf(data.questions, view);
  return (
    <>
      {groups.length === 0 ? <Nothing data={data} view={view} onClear={onClear} /> : null}
      <div className={classes.groups}>
        {groups.map((group) => (
          <Group key={group.purpose} group={group} purposes={data.purposes} open={open} />
        ))}
      </div>
      <WhyDrawer
        explanation={why}
        today={data.today}
        onClose={() => setWhy(null)}
        onOpen={(ref) => {
          setWhy(null);
          openDebrief({ editId: ref.id });
        }}
      />
    </>
  );
}

interface GroupProps {
  group: PurposeGroup;
  purposes: QuestionBank['purposes'];
  open: OpenEvidence;
}

function Group({ group: { purpose, lines }, purposes, open }: GroupProps) {
  const use = purposes.find((one) => one.purpose === purpose)?.use;
  const title = questionPurposeLabels[purpose];
  return (
    <section className={classes.group} aria-label={title}>
      <header className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        <p className={classes.dim}>{purposeHints[purpose]}</p>
        {use ? (
          <button
            type="button"
            className={classes.figure}
            onClick={open.entries(`${title}: asked`, use.asked)}
          >
            {capitalised(fareWords(use))}
          </button>
        ) : null}
      </header>
      <ul className={classes.lines}>
        {lines.map((line) => (
          <QuestionLine key={line.question.id} {...line} open={open} />
        ))}
      </ul>
    </section>
  );
}

/** Nothing of one's own yet, nothing put away, or no match. */
function Nothing({ data, view, onClear }: { data: QuestionBank; view: QuestionsView; onClear: () => void }) {
  const here = data.questions.filter(({ question }) => isIn(question, view.show)).length;
  if (here > 0)
    return (
      <EmptyState
        title="No question matches"
        action={
          <Button variant="default" onClick={onClear}>
            Clear filters
          </Button>
        }
      >
        {count(here, 'question')} without the filters.
      </EmptyState>
    );
  if (view.show === 'hidden')
    return (
      <EmptyState title="Nothing is put away" icon={<IconMessageQuestion size={24} />}>
        A question that does not suit you can be put away: it is offered nowhere, and can be brought back from
        here.
      </EmptyState>
    );
  return (
    <EmptyState
      title="No question of your own yet"
      icon={<IconMessageQuestion size={24} />}
      action={<Button onClick={() => runCommand('newQuestion')}>New question</Button>}
    >
      The best questions are the ones that sound like you. Write yours down, and Rapport offers them in the
      debrief and on a person’s page.
    </EmptyState>
  );
}
