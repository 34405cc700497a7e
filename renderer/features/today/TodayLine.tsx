import { Button } from '@mantine/core';
import {
  IconCalendarHeart,
  IconChecklist,
  IconClockPause,
  IconHeartHandshake,
  IconMail,
  IconMessageOff,
  IconTrendingDown,
  IconUserPlus,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { TodayLineView } from '../../../shared/contract/today';
import type { CalendarDate } from '../../../shared/model/primitives';
import { lineWords } from './line-words';
import { NotNow } from './NotNow';
import classes from './TodayPage.module.css';
import type { LineAction } from './useLineActions';

const ICONS: Record<
  TodayLineView['reason']['kind'],
  ComponentType<{ size: number; stroke: number; 'aria-hidden': true }>
> = {
  myPromise: IconChecklist,
  theirPromise: IconHeartHandshake,
  replyOwed: IconMail,
  unansweredRun: IconMessageOff,
  slipping: IconTrendingDown,
  newPerson: IconUserPlus,
  date: IconCalendarHeart,
  dormant: IconClockPause,
};

interface TodayLineProps {
  line: TodayLineView;
  today: CalendarDate;
  /** Its buttons are in the tab order. */
  active: boolean;
  onAction: (action: LineAction) => void;
}

/** One line: what, why with the user's own figures, and what can be done about it. */
export function TodayLine({ line, today, active, onAction }: TodayLineProps) {
  const words = lineWords(line, today);
  const Icon = ICONS[line.reason.kind];
  const tabIndex = active ? 0 : -1;
  return (
    <div className={classes.line}>
      <span className={classes.icon} data-kind={line.reason.kind}>
        <Icon size={18} stroke={1.7} aria-hidden />
      </span>
      <div className={classes.words}>
        <p className={classes.what} dir="auto">
          {words.title}
        </p>
        <p className={classes.why}>{words.why}</p>
      </div>
      <span className={classes.actions}>
        <Button
          variant="default"
          size="compact-md"
          tabIndex={tabIndex}
          aria-label={`${words.action}: ${words.title}`}
          onClick={() => onAction({ kind: 'main' })}
        >
          {words.action}
        </Button>
        {line.reason.kind === 'dormant' ? (
          <Button
            variant="default"
            size="compact-md"
            tabIndex={tabIndex}
            aria-label={`Let go: ${words.title}`}
            onClick={() => onAction({ kind: 'letGo' })}
          >
            Let go
          </Button>
        ) : null}
        <NotNow title={words.title} tabIndex={tabIndex} onAction={onAction} />
      </span>
    </div>
  );
}
