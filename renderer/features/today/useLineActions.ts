import { useCallback } from 'react';
import { useLocation } from 'wouter';
import type { TodayLineView } from '../../../shared/contract/today';
import { call, useWrite } from '../../api';
import { toastDone, toastError } from '../../ui/toasts';
import { openDebrief } from '../debrief';
import { openFollowUp, openStanding } from '../person';
import { usePromiseActions, usualClosing } from '../promises';

export type LineAction =
  | { kind: 'main' }
  | { kind: 'open' }
  | { kind: 'done' }
  | { kind: 'putOff'; days: 3 | 7 | 14 }
  | { kind: 'write' }
  | { kind: 'letGo' };

/** The key of each action on a line. Enter opens. */
export function lineActionOf(key: string): LineAction | null {
  switch (key.toLowerCase()) {
    case 'd':
      return { kind: 'done' };
    case 'l':
      return { kind: 'letGo' };
    case 'w':
      return { kind: 'write' };
    case '3':
      return { kind: 'putOff', days: 3 };
    case '7':
      return { kind: 'putOff', days: 7 };
    case '2':
      return { kind: 'putOff', days: 14 };
    default:
      return null;
  }
}

/** Carries out what was asked of a line. Nothing is confirmed first: undo covers it. */
export function useLineActions(): (line: TodayLineView, action: LineAction) => void {
  const { mutate: putOff } = useWrite('today.putOff');
  const actOnPromise = usePromiseActions();
  const [, navigate] = useLocation();
  return useCallback(
    (line, action) => {
      const { reason, person, key } = line;
      const write = () => openDebrief({ personIds: [person.id] });
      const done = () => {
        if (reason.kind === 'myPromise' || reason.kind === 'theirPromise') {
          call('promises.get', { id: reason.promiseId })
            .then(({ promise }) =>
              actOnPromise(promise, { kind: 'close', status: usualClosing(true).status }),
            )
            .catch(toastError);
          return;
        }
        putOff(
          { key, for: 'done' },
          { onSuccess: () => toastDone(`Done: ${person.name}`), onError: toastError },
        );
      };
      const open = () => {
        if (reason.kind === 'replyOwed') openDebrief({ editId: reason.interactionId });
        else navigate(`/people/${person.id}`);
      };
      switch (action.kind) {
        case 'putOff':
          putOff(
            { key, for: action.days },
            {
              onSuccess: () => toastDone(`${person.name}: not for the next ${action.days} days`),
              onError: toastError,
            },
          );
          return;
        case 'done':
          done();
          return;
        case 'write':
          write();
          return;
        case 'open':
          open();
          return;
        case 'letGo':
          openStanding({ personId: person.id, kind: 'letGo' });
          return;
        case 'main':
          if (reason.kind === 'myPromise' || reason.kind === 'date') done();
          else if (reason.kind === 'replyOwed') open();
          else if (reason.kind === 'dormant') openFollowUp({ personId: person.id, aim: 'reconnect' });
          else write();
      }
    },
    [actOnPromise, navigate, putOff],
  );
}
