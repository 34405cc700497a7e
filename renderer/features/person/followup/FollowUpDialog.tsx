import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useCallback, useRef, useState } from 'react';
import type { Draft } from '../../../../shared/contract/app';
import { weMeter } from '../../../../shared/insight/we-meter';
import { call, newDraftId, useDraft } from '../../../api';
import { closeKeeping } from '../../../ui/close-keeping';
import { copyText } from '../../../ui/copy-text';
import { useContinueDraft } from '../../../ui/drafts';
import { useLoaded } from '../../../ui/load-form';
import { toastError } from '../../../ui/toasts';
import { useFocusBack } from '../../../ui/useFocusBack';
import { useCaretOf } from '../../../ui/useRecordForm';
import { percent } from '../../../../shared/words/labels';
import { writeDownSent } from '../../debrief';
import { openPromiseForm } from '../../promises';
import classes from './FollowUp.module.css';
import { type FollowUpStart, loadFollowUp } from './load-follow-up';
import { type FollowUpAim, followUpOverlay, openFollowUp } from './overlay';

const TITLES: Record<FollowUpAim, string> = {
  followUp: 'A follow-up to',
  reconnect: 'A word after a while, to',
  thanks: 'Thanks to',
};

const close = () => followUpOverlay.close();

/** A message is written here and sent by the user's own program: Rapport sends nothing. Rendered once. */
export function FollowUpHost() {
  const args = followUpOverlay.useArgs();
  useContinueDraft(
    'followUp',
    useCallback(({ id, recordId }: Draft) => openFollowUp({ personId: recordId ?? '', draftId: id }), []),
  );
  const start = useLoaded(args, loadFollowUp, close);
  return start ? <FollowUpDialog key={`${start.page.person.id} ${start.aim}`} start={start} /> : null;
}

function FollowUpDialog({ start }: { start: FollowUpStart }) {
  const { person } = start.page;
  const root = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState(start.draft?.words ?? start.pristine);
  const [draftId] = useState(() => start.draft?.id ?? newDraftId());
  const title = `${TITLES[start.aim]} ${person.name}`;
  const draft = useDraft(
    words === start.pristine
      ? null
      : { id: draftId, form: 'followUp', recordId: person.id, title, value: { words, aim: start.aim } },
    root,
    start.draft?.id ?? null,
  );
  useFocusBack();
  useCaretOf(start, root);
  const leave = () => closeKeeping(draft, close);
  const log = async () => {
    if (!(await leave())) return;
    await writeDownSent(draftId, person, words);
  };
  return (
    <Modal
      opened
      onClose={() => void leave()}
      title={title}
      size={640}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div ref={root} className={classes.draft}>
        <Textarea
          aria-label="The message"
          autosize
          minRows={8}
          maxRows={18}
          data-autofocus
          data-field="words"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          styles={{ input: { fontFamily: 'var(--serif)', fontSize: 16.5 } }}
        />
        <Meter text={words} />
        {draft.status.kind === 'notKept' ? (
          <p className={classes.problem} role="alert">
            Draft not kept: {draft.status.message}
          </p>
        ) : null}
        <Group gap="xs">
          <Sending start={start} words={words} />
          <Button variant="default" onClick={() => void log().catch(toastError)}>
            Write down that I sent it
          </Button>
          <Button variant="subtle" onClick={() => openPromiseForm({ personId: person.id })}>
            Promise something
          </Button>
          <Button
            variant="subtle"
            color="gray"
            c="var(--ink)"
            onClick={() => void draft.drop().finally(close)}
          >
            Discard
          </Button>
        </Group>
      </div>
    </Modal>
  );
}

function Sending({ start, words }: { start: FollowUpStart; words: string }) {
  const address = start.page.person.channels?.find(({ kind }) => kind === 'email')?.value;
  const copy = () => copyText(words, 'Copied. Rapport sends nothing: paste it where you write.');
  const mail = () => {
    const url = `mailto:${encodeURIComponent(address ?? '')}?body=${encodeURIComponent(words.replaceAll('\n', '\r\n'))}`;
    call('app.openExternal', { url }).catch(toastError);
  };
  return (
    <>
      <Button onClick={copy}>Copy</Button>
      <Button variant="default" onClick={mail}>
        {address ? 'Open in the mail program' : 'Open in the mail program, without an address'}
      </Button>
    </>
  );
}

function Meter({ text }: { text: string }) {
  const { shares, we, me, you } = weMeter(text);
  return (
    <p className={classes.meter} role="status">
      {shares === null
        ? 'Neither “we” nor “I” nor “you” in it yet.'
        : `We ${percent(shares.we)} (${we}), I ${percent(shares.me)} (${me}), you ${percent(shares.you)} (${you}).`}
    </p>
  );
}
