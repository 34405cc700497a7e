import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { PersonPage } from '../../../../shared/contract/people';
import { weMeter } from '../../../../shared/insight/we-meter';
import { call, useRead } from '../../../api';
import { toastError, toastInfo } from '../../../ui/toasts';
import { useFocusBack } from '../../../ui/useFocusBack';
import { useToday } from '../../../ui/useToday';
import { percent } from '../../../ui/words/labels';
import { openDebrief } from '../../debrief';
import { openPromiseForm } from '../../promises';
import { firstWords } from './first-words';
import type { FollowUpAim, FollowUpArgs } from './overlay';
import classes from './FollowUp.module.css';

interface FollowUpDialogProps {
  /** Null: closed. */
  args: FollowUpArgs | null;
  onClose: () => void;
}

const TITLES: Record<FollowUpAim, string> = {
  followUp: 'A follow-up to',
  reconnect: 'A word after a while, to',
  thanks: 'Thanks to',
};

/** A message is written here and sent by the user's own program: Rapport sends nothing. */
export function FollowUpDialog({ args, onClose }: FollowUpDialogProps) {
  const personId = args?.personId ?? null;
  const aim = args?.aim ?? 'followUp';
  const { data } = useRead('people.page', { id: personId ?? '' }, { enabled: personId !== null });
  const page = data?.person.id === personId ? data : undefined;
  return (
    <Modal
      opened={personId !== null}
      onClose={onClose}
      title={`${TITLES[aim]} ${page?.person.name ?? '…'}`}
      size={640}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {page ? <Draft key={`${page.person.id} ${aim}`} page={page} aim={aim} onClose={onClose} /> : null}
    </Modal>
  );
}

/** What was written stays with the person while the app is open: closing the dialog by mistake loses nothing. */
const kept = new Map<string, string>();

function Draft({ page, aim, onClose }: { page: PersonPage; aim: FollowUpAim; onClose: () => void }) {
  const { id, channels = [] } = page.person;
  const keptAs = `${id} ${aim}`;
  const show = aim === 'thanks' ? 'exchanges' : 'everything';
  const items = useRead('people.timeline', { id, show, offset: 0, limit: 40 }).data?.rows;
  const [typed, setTyped] = useState<string | null>(kept.get(keptAs) ?? null);
  const today = useToday();
  useFocusBack();
  const text = typed ?? firstWords(aim, page, items ?? [], today);
  const address = channels.find(({ kind }) => kind === 'email')?.value;
  const change = (words: string) => {
    kept.set(keptAs, words);
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
    openDebrief({ personIds: [id], start: { kind: address ? 'email' : 'message', initiatedBy: 'me' } });
  };
  return (
    <div className={classes.draft}>
      <Textarea
        aria-label="The message"
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
