import { Button } from '@mantine/core';
import { useState } from 'react';
import type { WeekAtAGlance } from '../../../shared/contract/today';
import { runCommand } from '../../ui/commands';
import { formatDay, formatMinutes } from '../../../shared/words/dates';
import { channelWords, percent } from '../../../shared/words/labels';
import { count } from '../../../shared/words/spans';
import { openTimeForm } from './overlays';
import classes from './TodayPage.module.css';

/** Since Monday: the time it took and where it went, what went back and forth, and how the talk was shared. */
export function ThisWeek({ week }: { week: WeekAtAGlance }) {
  const [why, setWhy] = useState(false);
  const most = Math.max(week.given, week.received, 1);
  return (
    <section className={classes.card} aria-label="This week">
      <header className={classes.cardHead}>
        <h2 className={classes.cardTitle}>This week</h2>
      </header>
      <p className={classes.lead}>{weekWords(week)}</p>
      <dl className={classes.bars}>
        <Bar name="given" share={week.given / most} text={String(week.given)} />
        <Bar name="received" share={week.received / most} text={String(week.received)} />
        <Bar
          name="talking"
          share={week.talkShare ?? 0}
          text={week.talkShare === null ? 'not noted' : `${percent(week.talkShare)} you`}
        />
      </dl>
      <div className={classes.cardActions}>
        <Button variant="subtle" size="compact-sm" aria-expanded={why} onClick={() => setWhy(!why)}>
          Where the time went
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={() => runCommand('logTime')}>
          Log time
        </Button>
      </div>
      {why ? <Channels week={week} /> : null}
    </section>
  );
}

function Channels({ week }: { week: WeekAtAGlance }) {
  if (week.channels.length === 0) {
    return (
      <p className={classes.dim}>
        No minutes were noted since {formatDay(week.from)}. Entries and gatherings count with their minutes;
        other time can be logged.
      </p>
    );
  }
  return (
    <>
      <ul className={classes.plainList} aria-label="Time by channel">
        {week.channels.map(({ channel, minutes, evidence }) => (
          <li key={channelWords(channel)} className={classes.channel}>
            <span>{channelWords(channel)}</span>
            <span className={classes.dim}>{count(evidence.length, 'record')}</span>
            <span>{formatMinutes(minutes)}</span>
          </li>
        ))}
      </ul>
      {week.timeLogs.length > 0 ? (
        <ul className={classes.plainList} aria-label="Logged time">
          {week.timeLogs.map((log) => (
            <li key={log.id}>
              <button type="button" className={classes.log} onClick={() => openTimeForm({ edit: log })}>
                {formatDay(log.date)}: {log.channel}, {formatMinutes(log.minutes)}
                {log.note ? ` · ${log.note}` : ''}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

interface BarProps {
  name: 'given' | 'received' | 'talking';
  /** 0 to 1. */
  share: number;
  text: string;
}

function Bar({ name, share, text }: BarProps) {
  return (
    <div className={classes.bar}>
      <dt>{name}</dt>
      <dd>
        <span className={classes.track} aria-hidden="true">
          <span className={classes.fill} data-name={name} style={{ width: `${Math.round(share * 100)}%` }} />
        </span>
        <span className={classes.figure}>{text}</span>
      </dd>
    </div>
  );
}

function weekWords({ minutes, people }: WeekAtAGlance): string {
  if (people === 0 && minutes === 0) return 'Nothing written down since Monday';
  const time = minutes === 0 ? 'No minutes noted' : formatMinutes(minutes);
  return people === 0 ? time : `${time} with ${count(people, 'person', 'people')}`;
}
