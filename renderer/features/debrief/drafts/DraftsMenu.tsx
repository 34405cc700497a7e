import { Menu } from '@mantine/core';
import { call, useDrafts } from '../../../api';
import { formatMoment } from '../../../../shared/words/dates';
import { continueDraft } from '../../../ui/drafts';
import { toastError } from '../../../ui/toasts';
import chips from '../controls/chips.module.css';
import { draftName } from './draft-name';

/** The other drafts there are; shows nothing when there are none. `except` is the one on the screen. */
export function DraftsMenu({ except }: { except: string }) {
  const drafts = useDrafts().filter((draft) => draft.id !== except);
  if (drafts.length === 0) return null;
  return (
    <Menu position="bottom-end" shadow="md" width={320} withinPortal>
      <Menu.Target>
        <button type="button" className={chips.chip} data-tone="plus">
          {drafts.length === 1 ? '1 other draft' : `${drafts.length} other drafts`}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Go on with</Menu.Label>
        {drafts.slice(0, 12).map((draft) => (
          <Menu.Item
            key={draft.id}
            rightSection={formatMoment(draft.keptAt)}
            onClick={() => {
              // It may be gone: then the list is out of date, which the next opening shows.
              if (!continueDraft(draft)) toastError(new Error('This draft’s form cannot be opened here.'));
            }}
          >
            {draftName(draft)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Throws a draft away, and answers how to bring it back. */
export async function discardDraft(
  draft: Parameters<typeof continueDraft>[0],
): Promise<() => Promise<unknown>> {
  await call('drafts.drop', { id: draft.id });
  const { keptAt: _keptAt, ...content } = draft;
  return () => call('drafts.keep', content);
}
