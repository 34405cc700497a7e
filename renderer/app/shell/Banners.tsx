import { Button, CloseButton } from '@mantine/core';
import { IconEye, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { JournalState, Notice } from '../../../shared/contract/journal';
import { runCommand } from '../../ui/commands';
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

interface NoticesBannerProps {
  notices: readonly Notice[];
  onDismissed: () => void;
}

function NoticesBanner({ notices, onDismissed }: NoticesBannerProps) {
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const [showsAll, setShowsAll] = useState(false);
  const left = notices.filter(({ message }) => !dismissed.has(message));
  if (left.length === 0) return null;
  const shown = showsAll ? left : latestOf(left);
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
        {left.length > SHOWN ? (
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={showsAll}
            onClick={() => setShowsAll(!showsAll)}
          >
            {showsAll ? 'Show fewer' : `and ${left.length - SHOWN} more`}
          </Button>
        ) : null}
        {left.some(({ kind }) => kind === 'recovered') ? (
          <Button size="compact-sm" variant="default" onClick={() => runCommand('undoRecovery')}>
            Go back to the choice
          </Button>
        ) : null}
      </div>
      <CloseButton aria-label="Dismiss" onClick={dismiss} />
    </section>
  );
}

/** The latest, and in any case the one that the button belongs to. */
function latestOf(notices: readonly Notice[]): Notice[] {
  const recovered = notices.filter(({ kind }) => kind === 'recovered');
  const others = notices.filter(({ kind }) => kind !== 'recovered');
  return [...recovered, ...others.slice(Math.max(0, others.length - (SHOWN - recovered.length)))];
}
