import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconEye, IconEyeOff, IconPencil, IconTrash } from '@tabler/icons-react';
import type { QuestionUse } from '../../../shared/insight/question-use';
import type { Question } from '../../../shared/model/question';
import { useWrite } from '../../api';
import { toastDone, toastError, toastInfo } from '../../ui/toasts';
import type { OpenEvidence } from '../../ui/why/useOpenEvidence';
import { answerLabels } from '../../../shared/words/labels';
import { capitalised, count } from '../../../shared/words/spans';
import { openQuestionForm } from './overlays';
import { aboutQuestion, fareWords } from './question-words';
import classes from './Questions.module.css';

interface LineProps {
  question: Question;
  use: QuestionUse | null;
  open: OpenEvidence;
}

/** One question: its words, how it fared, and what can be done with it. */
export function QuestionLine({ question, use, open }: LineProps) {
  const about = aboutQuestion(question);
  return (
    <li className={classes.line}>
      <div className={classes.words}>
        <p className={classes.text} data-own={question.builtIn !== true || undefined}>
          {question.text}
          {about ? <span className={classes.about}> {about}</span> : null}
        </p>
        {use ? (
          <Use text={question.text} use={use} open={open} />
        ) : (
          <p className={classes.dim}>Not asked yet</p>
        )}
      </div>
      <QuestionMenu question={question} />
    </li>
  );
}

/** The finding, then each figure behind it; each opens its entries or people. */
function Use({ text, use, open }: { text: string; use: QuestionUse; open: OpenEvidence }) {
  const { asked, answers, fullFrom } = use;
  return (
    <div className={classes.use}>
      <button type="button" className={classes.figure} onClick={open.entries(`Asked: ${text}`, asked)}>
        {capitalised(fareWords(use))}
      </button>
      {(['full', 'minimal', 'none'] as const).map((depth) =>
        answers[depth].length === 0 ? null : (
          <button
            key={depth}
            type="button"
            className={classes.figure}
            onClick={open.entries(`${capitalised(answerLabels[depth])}: ${text}`, answers[depth])}
          >
            {answers[depth].length} {DEPTH_WORDS[depth]}
          </button>
        ),
      )}
      {fullFrom.length === 0 ? null : (
        <button
          type="button"
          className={classes.figure}
          onClick={open.people(`Answered in full: ${text}`, fullFrom)}
        >
          in full from {count(fullFrom.length, 'person', 'people')}
        </button>
      )}
    </div>
  );
}

const DEPTH_WORDS = { full: 'full', minimal: 'short', none: 'without an answer' } as const;

function QuestionMenu({ question }: { question: Question }) {
  const hide = useWrite('questions.hide');
  const remove = useWrite('questions.delete');
  const { id, text, builtIn, hidden } = question;
  const setHidden = (away: boolean) =>
    hide.mutate(
      { id, hidden: away },
      {
        onSuccess: () => toastDone(away ? 'Question put away' : 'Question brought back'),
        onError: toastError,
      },
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={`More for “${text}”`}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy size={16} aria-hidden="true" />} onClick={() => copy(text)}>
          Copy
        </Menu.Item>
        {builtIn === true ? null : (
          <Menu.Item
            leftSection={<IconPencil size={16} aria-hidden="true" />}
            onClick={() => openQuestionForm({ edit: question })}
          >
            Edit
          </Menu.Item>
        )}
        {hidden === true ? (
          <Menu.Item leftSection={<IconEye size={16} aria-hidden="true" />} onClick={() => setHidden(false)}>
            Bring back
          </Menu.Item>
        ) : (
          <Menu.Item
            leftSection={<IconEyeOff size={16} aria-hidden="true" />}
            onClick={() => setHidden(true)}
          >
            Put away
          </Menu.Item>
        )}
        {builtIn === true ? null : (
          <Menu.Item
            leftSection={<IconTrash size={16} aria-hidden="true" />}
            onClick={() =>
              remove.mutate({ id }, { onSuccess: () => toastDone('Question deleted'), onError: toastError })
            }
          >
            Delete
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function copy(text: string): void {
  navigator.clipboard.writeText(text).then(
    () => toastInfo('Copied. It is counted once a debrief says that you asked it.'),
    () => toastInfo('It could not be copied. Mark the text and copy it by hand.'),
  );
}
