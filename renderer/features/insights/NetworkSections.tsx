import { Link } from 'wouter';
import type { WeekOfTime } from '../../../shared/contract/insights';
import type { Overview } from '../../../shared/insight/network/overview';
import { useRead } from '../../api';
import { formatDay, formatMinutes } from '../../../shared/words/dates';
import { channelWords, purposeLabels } from '../../../shared/words/labels';
import { count, lengthWords } from '../../../shared/words/spans';
import { Figures } from './Figures';
import { balanceFinding, connectFinding, doorsFinding, purposesFinding, timeFinding } from './findings';
import type { OpenFigure } from './useOpenFigure';
import classes from './Insights.module.css';
import { Section } from './Section';

interface SectionProps {
  overview: Overview;
  open: OpenFigure;
}

/** Give and take over everybody. */
export function BalanceSection({ overview, open }: SectionProps) {
  const { exchangesNeeded, span } = overview.balanceNorms;
  const sides = [
    ['even', 'Give and take are even'],
    ['giveMore', 'You give more'],
    ['receiveMore', 'You receive more'],
    ['tooEarly', `Too early to say: fewer than ${count(exchangesNeeded, 'exchange')}`],
    ['mentors', 'Your mentors, who are not counted'],
  ] as const;
  return (
    <Section name="Give and take" finding={balanceFinding(overview)}>
      <Figures
        caption={`People by the balance of give and take within ${lengthWords(span)}`}
        columns={['Balance', 'People']}
        rows={sides.map(([side, name]) => {
          const people = overview.balance[side];
          return {
            key: side,
            name,
            figures: [
              {
                text: people,
                about: `${name}: ${people}`,
                onOpen: people > 0 ? open(name, { kind: 'balance', side }) : undefined,
              },
            ],
          };
        })}
      />
    </Section>
  );
}

/** Of those met at gatherings, how many were seen again. */
export function ConnectSection({ overview, open }: SectionProps) {
  const days = count(overview.norms.connectWithin, 'day');
  const rows = [
    ['met', `Met at a gathering, more than ${days} ago or seen again since`],
    ['again', `Seen or heard again within ${days}`],
    ['pending', 'Met since: it may still come'],
  ] as const;
  return (
    <Section name="Connect rate" finding={connectFinding(overview)}>
      <Figures
        caption="People met at gatherings and seen again"
        columns={['Who', 'People']}
        rows={rows.map(([which, name]) => {
          const people = overview.connect[which];
          return {
            key: which,
            name,
            figures: [
              {
                text: people,
                about: `${name}: ${people}`,
                onOpen: people > 0 ? open(name, { kind: 'connect', which }) : undefined,
              },
            ],
          };
        })}
      />
    </Section>
  );
}

/** Who led you to others, and what came of it. */
export function DoorsSection({ overview, open }: SectionProps) {
  const shown = overview.doors.most;
  const names = useRead('people.names', { ids: shown.map(({ by }) => by) }).data?.people ?? [];
  const nameOf = (id: string) => names.find((person) => person.id === id)?.name ?? '…';
  return (
    <Section name="Who opens doors" finding={doorsFinding(overview)}>
      {shown.length > 0 ? (
        <Figures
          caption="People who introduced you to others"
          columns={['Who', 'Led you to', 'Reached Like', 'Reached Trust', 'To thank for']}
          rows={shown.map(({ by, people, liked, trusted, unthanked }) => ({
            key: by,
            name: (
              <Link href={`/people/${by}`} className={classes.link}>
                {nameOf(by)}
              </Link>
            ),
            figures: (
              [
                ['all', 'led you to', people],
                ['liked', 'led you to these, who reached Like', liked],
                ['trusted', 'led you to these, who reached Trust', trusted],
                ['unthanked', 'is not thanked yet for', unthanked],
              ] as const
            ).map(([part, words, number]) => ({
              text: number,
              about: `${nameOf(by)} ${words}: ${number}`,
              onOpen: number > 0 ? open(`${nameOf(by)} ${words}`, { kind: 'door', by, part }) : undefined,
            })),
          }))}
        />
      ) : null}
      <p className={classes.note}>
        <Link href="/network" className={classes.link}>
          Who led you to whom, as a picture
        </Link>
      </p>
    </Section>
  );
}

/** Each relationship by its own purpose. */
export function PurposesSection({ overview, open }: SectionProps) {
  return (
    <Section name="By purpose" finding={purposesFinding(overview)}>
      {overview.purposes.length > 0 ? (
        <Figures
          caption="Relationships by purpose"
          columns={['Purpose', 'People', 'Like', 'Trust', 'Given', 'Received']}
          rows={overview.purposes.map(({ purpose, people, liked, trusted, given, received }) => ({
            key: purpose,
            name: purposeLabels[purpose],
            figures: (
              [
                ['all', '', people],
                ['liked', ', reached Like', liked],
                ['trusted', ', reached Trust', trusted],
                ['all', ', given', given],
                ['all', ', received', received],
              ] as const
            ).map(([part, words, number]) => {
              const title = `${purposeLabels[purpose]}${words}`;
              return {
                text: number,
                about: `${title}: ${number}`,
                onOpen: number > 0 ? open(title, { kind: 'purpose', purpose, part }) : undefined,
              };
            }),
          }))}
        />
      ) : null}
    </Section>
  );
}

/** Where the hours went, week by week. */
export function TimeSection({ weeks, open }: { weeks: readonly WeekOfTime[]; open: OpenFigure }) {
  const rows = [...weeks].reverse();
  return (
    <Section name="Time by channel" finding={timeFinding(weeks)}>
      <Figures
        caption="Minutes of each week by channel"
        columns={['Week from', 'In all', 'Most of it', 'Records']}
        rows={rows.map(({ from, channels, records }) => {
          const minutes = channels.reduce((sum, channel) => sum + channel.minutes, 0);
          const first = channels[0];
          return {
            key: from,
            name: formatDay(from),
            figures: [
              { text: minutes === 0 ? '–' : formatMinutes(minutes) },
              { text: first ? `${channelWords(first.channel)}, ${formatMinutes(first.minutes)}` : '–' },
              {
                text: records,
                about: `Week from ${formatDay(from)}: ${count(records, 'record')}`,
                onOpen:
                  records > 0 ? open(`The week from ${formatDay(from)}`, { kind: 'week', from }) : undefined,
              },
            ],
          };
        })}
      />
      <p className={classes.note}>Time that is in no entry and no gathering is logged with “Log time”.</p>
    </Section>
  );
}
