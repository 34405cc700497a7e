import { useCallback } from 'react';
import type { Person } from '../../../shared/model/person';
import { standingAsOf } from '../../../shared/model/person';
import type { CalendarDate } from '../../../shared/model/primitives';
import { useCommand } from '../../ui/commands';
import { toastInfo } from '../../ui/toasts';
import { openDebrief } from '../debrief';
import { openFollowUp } from './followup/overlay';
import { openForget, openPersonHistory, openStanding } from './overlays';
import { useTakeUp } from './useTakeUp';

/** What the commands about a person do while their page is shown. Each happens today: `before` leaves the past. */
export function usePersonCommands(person: Person, today: CalendarDate, before: () => void): void {
  const personId = person.id;
  const active = standingAsOf(person, today) === 'active';
  const takeUp = useTakeUp(personId);
  const first = (act: () => void) => () => {
    before();
    act();
  };
  useCommand(
    'debrief',
    first(() => openDebrief({ personIds: [personId] })),
  );
  useCommand('putRight', first(usePutRight(personId)));
  useCommand(
    'reconnect',
    first(() => openFollowUp({ personId, aim: 'reconnect' })),
  );
  useCommand(
    'letGo',
    first(() => openStanding({ personId, kind: 'letGo' })),
  );
  useCommand(
    'keepDistance',
    first(() => openStanding({ personId, kind: 'keepDistance' })),
  );
  useCommand(
    'letRest',
    first(() => openStanding({ personId, kind: 'resting' })),
  );
  useCommand('takeUp', first(active ? () => toastInfo(`${person.name} is active already.`) : takeUp));
  useCommand(
    'personHistory',
    first(() => openPersonHistory(person)),
  );
  useCommand(
    'forgetPerson',
    first(() => openForget(personId)),
  );
}

/** Opens an entry that is marked as putting right what stands between the two. */
export function usePutRight(personId: string): () => void {
  return useCallback(() => openDebrief({ personIds: [personId], start: { repaired: true } }), [personId]);
}
