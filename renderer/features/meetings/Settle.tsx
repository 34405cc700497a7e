import { Button } from '@mantine/core';
import type { Interaction } from '../../../shared/model/interaction';
import { useWrite } from '../../api';
import { Kbd } from '../../ui/Kbd';
import { toastDone, toastError } from '../../ui/toasts';
import { usePageKeys } from '../../ui/usePageKeys';
import { reminderWords } from '../../../shared/words/brief';
import { statusLabels } from '../../../shared/words/labels';
import { openDebrief } from '../debrief';
import classes from './Meeting.module.css';

/** What became of it, each by one key: held, called off by whom, or missed. Reminders are counted before. */
export function Settle({ entry }: { entry: Interaction }) {
  const isPlanned = entry.status === 'planned';
  const acts = useSettling(entry.id);
  usePageKeys(
    isPlanned
      ? { h: acts.held, t: acts.theyCancelled, m: acts.iCancelled, n: acts.noShow, r: acts.remind }
      : {},
  );
  if (!isPlanned) return <Settled entry={entry} />;
  return (
    <div className={classes.settle} role="group" aria-label="What became of it">
      <Button onClick={acts.held} rightSection={<Kbd keys="H" />}>
        It took place
      </Button>
      <Button variant="default" onClick={acts.theyCancelled} rightSection={<Kbd keys="T" />}>
        They called it off
      </Button>
      <Button variant="default" onClick={acts.iCancelled} rightSection={<Kbd keys="M" />}>
        I called it off
      </Button>
      <Button variant="default" onClick={acts.noShow} rightSection={<Kbd keys="N" />}>
        Nobody came
      </Button>
      <Button variant="subtle" onClick={acts.remind} rightSection={<Kbd keys="R" />}>
        I sent a reminder
      </Button>
    </div>
  );
}

function Settled({ entry }: { entry: Interaction }) {
  const by = { me: ', by you', them: ', by them' };
  return (
    <p className={classes.settled} role="status">
      {statusLabels[entry.status]}
      {entry.calledOffBy === undefined ? '' : by[entry.calledOffBy]}.{' '}
      <button type="button" className={classes.textButton} onClick={() => openDebrief({ editId: entry.id })}>
        Open the entry
      </button>
    </p>
  );
}

/** Nothing is confirmed first: undo covers it. */
function useSettling(id: string) {
  const { mutate: settle } = useWrite('meetings.settle');
  const { mutate: remind } = useWrite('meetings.remind');
  const calledOff = (by: 'me' | 'them', said: string) => () =>
    settle({ id, as: { kind: 'cancelled', by } }, { onSuccess: () => toastDone(said), onError: toastError });
  return {
    held: () => openDebrief({ editId: id, held: true }),
    theyCancelled: calledOff('them', 'Called off by them'),
    iCancelled: calledOff('me', 'Called off by you'),
    noShow: () =>
      settle(
        { id, as: { kind: 'noShow' } },
        { onSuccess: () => toastDone('Noted: nobody came'), onError: toastError },
      ),
    remind: () =>
      remind(
        { id },
        { onSuccess: ({ remindersSent }) => toastDone(reminderWords(remindersSent)), onError: toastError },
      ),
  };
}
