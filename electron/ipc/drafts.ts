import type { DraftStore } from '../shell/drafts';
import type { AppHandlers } from './answer';
import { answered } from './refusal';

type DraftCalls = Pick<AppHandlers, Extract<keyof AppHandlers, `drafts.${string}`>>;

/** Text that is typed and not saved yet. */
export function draftHandlers(drafts: DraftStore): DraftCalls {
  return {
    'drafts.list': async () => answered({ drafts: await drafts.list() }),
    'drafts.keep': async (draft) => answered({ keptAt: await drafts.keep(draft) }),
    'drafts.drop': async ({ id }) => {
      await drafts.drop(id);
      return answered({});
    },
  };
}
