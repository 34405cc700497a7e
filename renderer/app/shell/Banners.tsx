import { Button, CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconEye, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { CallError, JournalState, Notice } from '../../../shared/contract/journal';
import { runCommand } from '../../ui/commands';
import { Kbd } from '../../ui/Kbd';
import classes from './Banners.module.css';

/** Of many the latest are enough at first: the page is what the window is for. */
const SHOWN = 2;

interface BannersProps {
  state: Extract<JournalState, { kind: 'open' }>;
  /** The notices are gone, and the button with them. */
  onDismissed: () => void;
}

/** What the user should know about the whole journal: that it is the sample, and what opening it had to deal with. */
export function Banners({ state, onDismissed }: BannersProps) {
  return (
    <>
      {state.save.kind === 'notSaved' ? <NotSavedBanner error={state.save.error} /> : null}
      {state.sample ? <SampleBanner /> : null}
      <NoticesBanner key={state.folder} notices={state.notices} onDismissed={onDismissed} />
    </>
  );
}

function SampleBanner() {
  return (
    <section className={`${classes.banner} ${classes.sample}`} aria-label="About the sample">
      <IconEye size={18} className={classes.icon} aria-hidden="true" />
      <p className={classes.words}>
        <strong>This is a sample journal.</strong> Try anything: it is kept apart from yours.
      </p>
      <Button size="compact-sm" variant="default" onClick={() => runCommand('leaveSample')}>
        Leave the sample
      </Button>
    </section>
  );
}

/** Why it cannot be saved just now and what to do: the corner only says that it is so. */
function NotSavedBanner({ error: { code, message } }: { error: CallError }) {
  return (
    <section className={`${classes.banner} ${classes.notSaved}`} aria-label="Not saved">
      <IconAlertTriangle size={18} className={classes.icon} aria-hidden="true" />
      <div className={classes.words}>
        <p role="alert">{message}</p>
        {code === 'folderAway' ? (
          <Button
            size="compact-sm"
            variant="default"
            rightSection={<Kbd keys="Mod+Shift+B" />}
            onClick={() => runCommand('backupNow')}
          >
            Back up now
          </Button>
        ) : null}
      </div>
    </section>
  );
}

interface NoticesBannerProps {
  notices: readonly Notice[];
  onDismissed: () => void;
}

function NoticesBanner({ notices, onDismissed }: NoticesBannerProps) {
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const [showsAll, setShowsAll] = useState(false);
  const [atFirst] = useState<ReadonlySet<string>>(() => new Set(notices.map(({ message }) => message)));
  const left = notices.filter(({ message }) => !dismissed.has(message));
  if (left.length === 0) return null;
  const latest = latestOf(left, atFirst);
  const shown = showsAll ? left : latest;
  const dismiss = () => {
    setDismissed(new Set(notices.map(({ message }) => message)));
    setShowsAll(false);
    onDismissed();
  };
  return (
    <section className={`${classes.banner} ${classes.notices}`} aria-label="About your journal’s files">
      <IconInfoCircle size={18} className={classes.icon} aria-hidden="true" />
      <div className={classes.words}>
        <div role="status">
          {shown.map(({ message }) => (
            <p key={message}>{message}</p>
          ))}
        </div>
        {left.length > latest.length ? (
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={showsAll}
            onClick={() => setShowsAll(!showsAll)}
          >
            {showsAll ? 'Show fewer' : `and ${left.length - latest.length} more`}
          </Button>
        ) : null}
        {left.some(({ kind }) => kind === 'recovered') ? (
          <Button size="compact-sm" variant="default" onClick={() => runCommand('undoRecovery')}>
            Go back to the choice
          </Button>
        ) : null}
        {shown.some(({ kind }) => kind === 'passphraseWanted') ? (
          <Button size="compact-sm" variant="default" onClick={() => runCommand('encryption')}>
            Enter the passphrase
          </Button>
        ) : null}
      </div>
      <CloseButton aria-label="Dismiss" onClick={dismiss} />
    </section>
  );
}

/**
 * Those that came last, then of those that were there at first the first, which tell most; and in any case the one that
 * the button belongs to. In their order.
 */
function latestOf(notices: readonly Notice[], atFirst: ReadonlySet<string>): Notice[] {
  const others = notices.filter(({ kind }) => kind !== 'recovered');
  const later = others.filter(({ message }) => !atFirst.has(message)).reverse();
  const earlier = others.filter(({ message }) => atFirst.has(message));
  const latest = new Set([...later, ...earlier].slice(0, SHOWN));
  return notices.filter((notice) => notice.kind === 'recovered' || latest.has(notice));
}
