import type { Overview } from '../../../shared/insight/network/overview';
import { conductLabels, evidenceStageLabels } from '../../../shared/words/labels';
import { capitalised, count, oneDecimal } from '../../../shared/words/spans';
import { Figures } from './Figures';
import {
  asksFinding,
  conductFinding,
  groundFinding,
  groundLabels,
  plannedFinding,
  promisesFinding,
} from './findings';
import type { OpenFigure } from './useOpenFigure';
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
    ...overview.pitches.map(({ who, level, entries }) => ({
      name: `${SIDES[who]} ${PITCHES[level]}`,
      figure: { kind: 'pitch' as const, who, level },
      entries,
    })),
    ...overview.conduct.map(({ who, code, entries }) => ({
      name: `${SIDES[who]}: ${conductLabels[code]}`,
      figure: { kind: 'conduct' as const, who, code },
      entries,
    })),
  ].sort((a, b) => b.entries - a.entries);
  return (
    <Section name="Conduct and selling" finding={conductFinding(overview)}>
      {rows.length > 0 ? (
        <Figures
          caption="Conduct and pitches, by how often they were noted"
          columns={['What', 'Entries']}
          rows={rows.map(({ name, figure, entries }) => ({
            key: name,
            name,
            figures: [{ text: entries, about: `${name}: ${entries}`, onOpen: open(name, figure) }],
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
    ...overview.planned.map(({ outcome, entries }) => ({
      key: outcome,
      name: OUTCOMES[outcome],
      figures: [
        {
          text: entries,
          about: `${OUTCOMES[outcome]}: ${entries}`,
          onOpen: open(OUTCOMES[outcome], { kind: 'planned', outcome }),
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
        figures: [
          { text: `${came} of ${sent}`, about: name, onOpen: open(name, { kind: 'invitations', side }) },
        ],
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
    <Section name="Ground" finding={groundFinding(overview)}>
      <Figures
        caption="Ease and openness by whose ground it was"
        columns={['Where', 'Ease', 'Openness', 'Travel', 'Meetings']}
        rows={overview.grounds.map(({ ground, reading, travelMinutes, meetings }) => ({
          key: ground,
          name: groundLabels[ground],
          figures: [
            { text: reading.kind === 'known' ? rating(reading.ease) : tooEarly(reading) },
            { text: reading.kind === 'known' ? rating(reading.openness) : '–' },
            { text: travelMinutes === null ? '–' : `${Math.round(travelMinutes)} min` },
            {
              text: meetings,
              about: `${groundLabels[ground]}: ${count(meetings, 'meeting')}`,
              onOpen: meetings > 0 ? open(groundLabels[ground], { kind: 'ground', ground }) : undefined,
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
  const cell = (who: string, state: keyof typeof STATES, side: 'mine' | 'theirs') => {
    const promises = overview.promises[side][state];
    const words = STATES[state].toLowerCase();
    return {
      text: promises,
      about: `${who}, ${words}: ${promises}`,
      onOpen: promises > 0 ? open(`${who}: ${words}`, { kind: 'promises', side, state }) : undefined,
    };
  };
  return (
    <Section name="Promises" finding={promisesFinding(overview.promises)}>
      <Figures
        caption="Promises by what became of them"
        columns={['State', 'Yours', 'Theirs']}
        rows={(Object.keys(STATES) as (keyof typeof STATES)[]).map((state) => ({
          key: state,
          name: STATES[state],
          figures: [cell('Yours', state, 'mine'), cell('Theirs', state, 'theirs')],
        }))}
      />
    </Section>
  );
}

/** What you asked for, and how you stood when you did. */
export function AsksSection({ overview, open }: SectionProps) {
  const rows = overview.asks.filter(({ asked }) => asked > 0);
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
                text: asked,
                about: `Asked at ${evidenceStageLabels[stage]}: ${asked}`,
                onOpen: open(`Asked at ${evidenceStageLabels[stage]}`, { kind: 'asks', stage }),
              },
              { text: `${answered} of ${asked}` },
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
