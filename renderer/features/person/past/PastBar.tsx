import { Button } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { IconHistory } from '@tabler/icons-react';
import type { EvidenceStage } from '../../../../shared/insight/types';
import type { CalendarDate } from '../../../../shared/model/primitives';
import { formatDayAndYear } from '../../../../shared/words/dates';
import { Kbd } from '../../../ui/Kbd';
import { evidenceStageLabels } from '../../../../shared/words/labels';
import classes from './PastBar.module.css';

interface PastBarProps {
  /** The past day that is shown; null shows nothing. */
  day: CalendarDate | null;
  stage: EvidenceStage;
  onBack: () => void;
}

/** Says, over the page and wherever it is scrolled to, that this is the past, and leads back to today. */
export function PastBar({ day, stage, onBack }: PastBarProps) {
  // Before a dialog hears the key and is gone: Escape closes what lies on top first.
  useWindowEvent(
    'keydown',
    (event) => {
      if (day !== null && event.key === 'Escape' && !isAnythingOpen()) onBack();
    },
    { capture: true },
  );
  return (
    <div className={classes.holder} role="status">
      {day === null ? null : (
        <div className={classes.bar}>
          <IconHistory size={17} stroke={1.8} aria-hidden="true" />
          <span className={classes.words}>
            As it stood on <strong>{formatDayAndYear(day)}</strong>: {evidenceStageLabels[stage]}
          </span>
          <Button size="compact-md" variant="white" rightSection={<Kbd keys="Esc" />} onClick={onBack}>
            Back to today
          </Button>
        </div>
      )}
    </div>
  );
}

function isAnythingOpen(): boolean {
  return [...document.querySelectorAll('[role="dialog"], [role="menu"], [role="listbox"]')].some((element) =>
    element.checkVisibility(),
  );
}
