import type { BlindSpot } from '../../../shared/insight/network/ending-tally';
import type { Overview } from '../../../shared/insight/network/overview';
import { reasonLabels } from '../../../shared/words/breakdown';
import { Figures } from './Figures';
import { breakdownFinding, effectWords, spotLabels, spotsFinding, spotValue } from './findings';
import type { OpenFigure } from './useOpenFigure';
import classes from './Insights.module.css';
import { Section } from './Section';

interface SectionProps {
  overview: Overview;
  open: OpenFigure;
}

/** What ended or went dormant against what reached Like and lasts. */
export function SpotsSection({ overview, open }: SectionProps) {
  const side = (spot: BlindSpot, which: 'ended' | 'lasting') => {
    const { n, mean } = spot[which];
    const title = `${spotLabels[spot.spot]}: ${which === 'ended' ? 'ended or dormant' : 'lasting'}`;
    return {
      text: mean === null ? '–' : `${spotValue(spot.spot, mean)} (n = ${n})`,
      about: `${title}: ${mean === null ? 'not noted' : spotValue(spot.spot, mean)}, of ${n}`,
      onOpen: n > 0 ? open(title, { kind: 'spot', spot: spot.spot, side: which }) : undefined,
    };
  };
  return (
    <Section name="Blind spots" finding={spotsFinding(overview)}>
      <Figures
        caption="Relationships that ended or went dormant against those that reached Like and last"
        columns={['What', 'Ended', 'Lasting', 'Difference']}
        rows={overview.blindSpots.map((spot) => ({
          key: spot.spot,
          name: spotLabels[spot.spot],
          figures: [side(spot, 'ended'), side(spot, 'lasting'), { text: effectWords(spot) }],
        }))}
      />
      <p className={classes.note}>
        The difference is that of the means over their spread: large from 0.8 on, clear from 0.5, small from
        0.2 (Cohen). It shows what goes together, not what causes what.
      </p>
    </Section>
  );
}

/** Why connections broke down, over all of them. */
export function BreakdownSection({ overview, open }: SectionProps) {
  return (
    <Section name="Why connections broke down" finding={breakdownFinding(overview)}>
      {overview.breakdown.length > 0 ? (
        <Figures
          caption="Reasons for which connections broke down"
          columns={['Reason', 'People', 'By your verdict']}
          rows={overview.breakdown.map(({ reason, people, own }) => ({
            key: reason,
            name: reasonLabels[reason],
            figures: [
              {
                text: people,
                about: `${reasonLabels[reason]}: ${people}`,
                onOpen: open(reasonLabels[reason], { kind: 'reason', reason }),
              },
              { text: own },
            ],
          }))}
        />
      ) : null}
    </Section>
  );
}
