import type { Overview } from '../../../shared/insight/network/overview';
import { conductLabels, evidenceStageLabels } from '../../ui/words/labels';
import { capitalised, count, oneDecimal } from '../../ui/words/spans';
import { Figures } from './Figures';
import {
  asksFinding,
  conductFinding,
  groundFinding,
  groundLabels,
  plannedFinding,
  promisesFinding,
} from './findings';
import type { OpenFigure } from '../../ui/why/useOpenFigure';
import classes from './Insights.module.css';
import { Section } from './Section';

interface SectionProps {
  overview: Overview;
  open: OpenFigure;
}

const SIDES = { me: 'You', them: 'They' } as const;
const PITCHES = {
  invited: 'pitched when invited',
  uninvited: 'pitched uninvited',
  relentless: 'kept selling',
} as const;

/** What people did, on both sides, and how they sold. */
export function ConductSection({ overview, open }: SectionProps) {
  const rows = [
    ...overview.pitches.map(({ who, level, evidence }) => ({
      key: `${who} ${level}`,
      name: `${SIDES[who]} ${PITCHES[level]}`,
      evidence,
    })),
    ...overview.conduct.map(({ who, code, evidence }) => ({
      key: `${who} ${code}`,
      name: `${SIDES[who]}: ${conductLabels[code]}`,
      evidence,
    })),
  ].sort((a, b) => b.evidence.length - a.evidence.length);
  return (
    <Section name="Conduct and selling" finding={conductFinding(overview)}>
      {rows.length > 0 ? (
        <Figures
          caption="Conduct and pitches, by how often they were noted"
          columns={['What', 'Entries']}
          rows={rows.map(({ key, name, evidence }) => ({
            key,
            name,
            figures: [
              {
                text: evidence.length,
                about: `${name}: ${evidence.length}`,
                onOpen: open.entries(name, evidence),
              },
            ],
          }))}
        />
      ) : null}
    </Section>
  );
}

const OUTCOMES = {
  held: 'Took place',
  cancelledByMe: 'Called off by you',
  cancelledByThem: 'Called off by them',
  cancelled: 'Called off',
  noShow: 'Somebody did not come',
} as const;

/** Meetings that took place or did not, reminders, and invitations. */
export function PlannedSection({ overview, open }: SectionProps) {
  const rows = [
    ...overview.planned.map(({ outcome, evidence }) => ({
      key: outcome,
      name: OUTCOMES[outcome],
      figures: [
        {
          text: evidence.length,
          about: `${OUTCOMES[outcome]}: ${evidence.length}`,
          onOpen: open.entries(OUTCOMES[outcome], evidence),
        },
      ],
    })),
    ...overview.invitations.map(({ side, sent, came }) => {
      const name =
        side === 'given'
          ? 'Invitations of yours, and a meeting followed'
          : 'Invitations of theirs, and a meeting followed';
      return {
        key: side,
        name,
        figures: [{ text: `${came} of ${sent.length}`, about: name, onOpen: open.entries(name, sent) }],
      };
    }),
    { key: 'reminders', name: 'Reminders sent', figures: [{ text: overview.reminders }] },
  ];
  return (
    <Section name="Meetings and invitations" finding={plannedFinding(overview)}>
      <Figures caption="What became of meetings and invitations" columns={['What', 'How many']} rows={rows} />
    </Section>
  );
}

/** Whether whose ground it was made a difference. */
export function GroundSection({ overview, open }: SectionProps) {
  return (
    <Section name="Ground" finding={groundFinding(overview.grounds)}>
      <Figures
        caption="Ease and openness by whose ground it was"
        columns={['Where', 'Ease', 'Openness', 'Travel', 'Meetings']}
        rows={overview.grounds.map(({ ground, reading, travelMinutes, meetings, evidence }) => ({
          key: ground,
          name: groundLabels[ground],
          figures: [
            { text: reading.kind === 'known' ? rating(reading.ease) : tooEarly(reading) },
            { text: reading.kind === 'known' ? rating(reading.openness) : '–' },
            { text: travelMinutes === null ? '–' : `${Math.round(travelMinutes)} min` },
            {
              text: meetings,
              about: `${groundLabels[ground]}: ${count(meetings, 'meeting')}`,
              onOpen: meetings > 0 ? open.entries(groundLabels[ground], evidence) : undefined,
            },
          ],
        }))}
      />
    </Section>
  );
}

function rating(mean: number | null): string {
  return mean === null ? '–' : oneDecimal(mean);
}

function tooEarly({ have, need }: { have: number; need: number }): string {
  return `Too early: ${have} of ${need}`;
}

const STATES = {
  kept: 'Kept in time',
  late: 'Kept late',
  broken: 'Broken',
  released: 'Released',
  open: 'Open',
  overdue: 'Overdue',
} as const;

/** Promises on both sides by what became of them. */
export function PromisesSection({ overview, open }: SectionProps) {
  const { mine, theirs } = overview.promises;
  const cell = (who: string, state: keyof typeof STATES, side: typeof mine) => ({
    text: side[state].length,
    about: `${who}, ${STATES[state].toLowerCase()}: ${side[state].length}`,
    onOpen:
      side[state].length > 0
        ? open.entries(`${who}: ${STATES[state].toLowerCase()}`, side[state])
        : undefined,
  });
  return (
    <Section name="Promises" finding={promisesFinding(overview.promises)}>
      <Figures
        caption="Promises by what became of them"
        columns={['State', 'Yours', 'Theirs']}
        rows={(Object.keys(STATES) as (keyof typeof STATES)[]).map((state) => ({
          key: state,
          name: STATES[state],
          figures: [cell('Yours', state, mine), cell('Theirs', state, theirs)],
        }))}
      />
    </Section>
  );
}

/** What you asked for, and how you stood when you did. */
export function AsksSection({ overview, open }: SectionProps) {
  const rows = overview.asks.filter(({ asked }) => asked.length > 0);
  return (
    <Section name="Asks" finding={asksFinding(overview)}>
      {rows.length > 0 ? (
        <Figures
          caption="Asks by the stage at which they were made"
          columns={['Asked at', 'Asks', 'Answered', 'Beyond the stage']}
          rows={rows.map(({ stage, asked, answered, early }) => ({
            key: stage,
            name: evidenceStageLabels[stage],
            figures: [
              {
                text: asked.length,
                about: `Asked at ${evidenceStageLabels[stage]}: ${asked.length}`,
                onOpen: open.entries(`Asked at ${evidenceStageLabels[stage]}`, asked),
              },
              { text: `${answered} of ${asked.length}` },
              { text: early },
            ],
          }))}
        />
      ) : (
        <p className={classes.note}>{capitalised('note in the debrief what you asked for.')}</p>
      )}
    </Section>
  );
}
