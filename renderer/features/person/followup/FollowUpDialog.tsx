import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { PersonPage } from '../../../../shared/contract/people';
import { weMeter } from '../../../../shared/insight/we-meter';
import { call, useRead } from '../../../api';
import { toastError, toastInfo } from '../../../ui/toasts';
import { useFocusBack } from '../../../ui/useFocusBack';
import { percent } from '../../../ui/words/labels';
import { openDebrief } from '../../debrief';
import { openPromiseForm } from '../../promises';
import { firstWords } from './first-words';
import classes from './FollowUp.module.css';

interface FollowUpDialogProps {
  personId: string | null;
  onClose: () => void;
}

/** A follow-up is written here and sent by the user's own program: Rapport sends nothing. */
export function FollowUpDialog({ personId, onClose }: FollowUpDialogProps) {
  const { data } = useRead('people.page', { id: personId ?? '' }, { enabled: personId !== null });
  const page = data?.person.id === personId ? data : undefined;
  return (
    <Modal
      opened={personId !== null}
      onClose={onClose}
      title={page ? `A follow-up to ${page.person.name}` : 'A follow-up'}
      size={640}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {page ? <Draft key={page.person.id} page={page} onClose={onClose} /> : null}
    </Modal>
  );
}

/** What was written stays with the person while the app is open: closing the dialog by mistake loses nothing. */
const kept = new Map<string, string>();

function Draft({ page, onClose }: { page: PersonPage; onClose: () => void }) {
  const { id, channels = [] } = page.person;
  const reason = useRead('people.timeline', { id, show: 'everything', offset: 0, limit: 20 }).data?.rows.find(
    (item) => item.kind === 'entry' && item.entry.interaction.followUpReason !== undefined,
  );
  const said = reason?.kind === 'entry' ? (reason.entry.interaction.followUpReason ?? null) : null;
  const [typed, setTyped] = useState<string | null>(kept.get(id) ?? null);
  useFocusBack();
  const text = typed ?? firstWords(page, said);
  const address = channels.find(({ kind }) => kind === 'email')?.value;
  const change = (words: string) => {
    kept.set(id, words);
    setTyped(words);
  };
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => toastInfo('Copied. Rapport sends nothing: paste it where you write.'),
      () => toastInfo('It could not be copied. Mark the text and copy it by hand.'),
    );
  };
  const mail = () => {
    const url = `mailto:${encodeURIComponent(address ?? '')}?body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`;
    call('app.openExternal', { url }).catch(toastError);
  };
  const log = () => {
    onClose();
    openDebrief({ personIds: [id] });
  };
  return (
    <div className={classes.draft}>
      <Textarea
        aria-label="The follow-up"
        autosize
        minRows={8}
        maxRows={18}
        data-autofocus
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
        styles={{ input: { fontFamily: 'var(--serif)', fontSize: 16.5 } }}
      />
      <Meter text={text} />
      <Group gap="xs">
        <Button onClick={copy}>Copy</Button>
        <Button variant="default" onClick={mail}>
          {address ? 'Open in the mail program' : 'Open in the mail program, without an address'}
        </Button>
        <Button variant="default" onClick={log}>
          Write down that I sent it
        </Button>
        <Button variant="subtle" onClick={() => openPromiseForm({ personId: id })}>
          Promise something
        </Button>
      </Group>
    </div>
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
