import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Draft } from '../../../../shared/contract/app';
import { useDrafts } from '../../../api';
import { formatMoment } from '../../../../shared/words/dates';
import { continueDraft } from '../../../ui/drafts';
import { Kbd } from '../../../ui/Kbd';
import { keepRoom } from '../../../ui/keep-room';
import { toastError } from '../../../ui/toasts';
import { draftName } from './draft-name';
import classes from './DraftOffer.module.css';
import { discardDraft } from './DraftsMenu';

/** How long a thrown away draft can be brought back. */
const REGRET_MS = 10_000;

/** After a start: what was being written, with a way to go on. It asks for nothing and takes no focus. */
export function DraftOffer({ hidden }: { hidden: boolean }) {
  const client = useQueryClient();
  const drafts = useDrafts();
  const [startedWith, setStartedWith] = useState<readonly string[] | null>(null);
  const [putAway, setPutAway] = useState(false);
  const [regret, setRegret] = useState<{
    id: string;
    name: string;
    bringBack: () => Promise<unknown>;
  } | null>(null);
  const loaded = client.getQueryData(['drafts.list', {}]) !== undefined;
  useEffect(() => {
    // Only drafts from before the start are offered; one that was just kept is known to the user.
    if (loaded) setStartedWith((ids) => ids ?? drafts.map((draft) => draft.id));
  }, [loaded, drafts]);
  // Another journal has other drafts.
  useEffect(() => () => client.removeQueries({ queryKey: ['drafts.list'] }), [client]);
  useEffect(() => {
    if (!regret) return undefined;
    const timer = setTimeout(() => setRegret(null), REGRET_MS);
    return () => clearTimeout(timer);
  }, [regret]);

  const refresh = () => client.invalidateQueries({ queryKey: ['drafts.list'] });
  const attempt = (what: () => Promise<unknown>) => void what().catch(toastError).then(refresh);
  const discard = (draft: Draft) =>
    attempt(async () =>
      setRegret({ id: draft.id, name: draftName(draft), bringBack: await discardDraft(draft) }),
    );

  const offered = drafts.filter((draft) => startedWith?.includes(draft.id));
  const draft = offered[0];
  const isShown = !hidden && !putAway && (draft !== undefined || regret !== null);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    const { current } = card;
    return current ? keepRoom(current, '--offer-room', () => current.offsetHeight) : undefined;
  }, [isShown]);
  if (!isShown) return null;
  return (
    <aside ref={card} className={classes.offer} aria-label="Drafts" role="region">
      {regret ? (
        <p key={regret.id} className={classes.words} role="status">
          Discarded: {regret.name}.{' '}
          <button
            type="button"
            className={classes.link}
            // The button that was pressed is another draft's by now: pressed again it must not throw that one away too.
            autoFocus
            onClick={() => {
              setRegret(null);
              attempt(regret.bringBack);
            }}
          >
            Bring it back
          </button>
        </p>
      ) : null}
      {draft ? (
        <Offer
          draft={draft}
          more={offered.length - 1}
          onDiscard={() => discard(draft)}
          onLater={() => setPutAway(true)}
        />
      ) : null}
    </aside>
  );
}

interface OfferProps {
  draft: Draft;
  more: number;
  onDiscard(): void;
  onLater(): void;
}

function Offer({ draft, more, onDiscard, onLater }: OfferProps) {
  return (
    <>
      <p className={classes.words}>
        You were writing about <strong>{draftName(draft)}</strong>…{' '}
        <span className={classes.when}>
          {formatMoment(draft.keptAt)}
          {more > 0 ? `, and ${more} more` : ''}
        </span>
      </p>
      <div className={classes.buttons}>
        <Button
          size="compact-md"
          rightSection={<Kbd keys="Mod+Shift+D" />}
          onClick={() => {
            if (!continueDraft(draft)) toastError(new Error('This draft cannot be opened here.'));
          }}
        >
          Continue
        </Button>
        <Button size="compact-md" variant="default" onClick={onDiscard}>
          Discard
        </Button>
        <Button size="compact-md" variant="subtle" color="gray" c="var(--dim)" onClick={onLater}>
          Later
        </Button>
      </div>
    </>
  );
}
