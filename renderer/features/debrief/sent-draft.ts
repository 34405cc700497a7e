import type { Named } from '../../../shared/contract/common';
import { localInstant } from '../../../shared/model/time';
import { call } from '../../api';
import { openDebrief } from './overlays';

/**
 * Goes on with the draft of a message as the entry that says it was sent. It is the same draft under another form, replaced
 * in one write: at no moment is there none. Throws what the call was refused with; nothing is lost then.
 */
export async function writeDownSent(draftId: string, to: Named, words: string): Promise<void> {
  const people = [{ key: to.id, name: to.name }];
  const value = { at: localInstant(new Date()), kind: 'email', initiatedBy: 'me', people, words };
  await call('drafts.keep', {
    id: draftId,
    form: 'debrief',
    recordId: null,
    title: to.name,
    value,
    caret: null,
  });
  openDebrief({ draftId });
}
