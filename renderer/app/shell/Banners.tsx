import { Button, CloseButton } from '@mantine/core';
import { IconEye, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { JournalState, Notice } from '../../../shared/contract/journal';
import { runCommand } from '../../ui/commands';
import classes from './Banners.module.css';

/** What the user should know about the whole journal: that it is the sample, and what opening it had to deal with. */
export function Banners({ state }: { state: Extract<JournalState, { kind: 'open' }> }) {
  return (
    <>
      {state.sample ? <SampleBanner /> : null}
      <NoticesBanner key={state.folder} notices={state.notices} />
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

function NoticesBanner({ notices }: { notices: readonly Notice[] }) {
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const left = notices.filter(({ message }) => !dismissed.has(message));
  if (left.length === 0) return null;
  return (
    <section className={`${classes.banner} ${classes.notices}`} aria-label="About your journal’s files">
      <IconInfoCircle size={18} className={classes.icon} aria-hidden="true" />
      <div className={classes.words} role="status">
        {left.map(({ message }) => (
          <p key={message}>{message}</p>
        ))}
        {left.some(({ kind }) => kind === 'recovered') ? (
          <Button size="compact-sm" variant="default" onClick={() => runCommand('undoRecovery')}>
            Go back to the choice
          </Button>
        ) : null}
      </div>
      <CloseButton
        aria-label="Dismiss"
        onClick={() => setDismissed(new Set(notices.map(({ message }) => message)))}
      />
    </section>
  );
}
