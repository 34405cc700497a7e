import type { CostPerLike } from '../../../shared/insight/cost-per-like';
import { formatMinutes } from '../../../shared/words/dates';
import { channelWords } from '../../../shared/words/labels';
import { costWords } from '../../../shared/words/money';
import { capitalised, lengthWords } from '../../../shared/words/spans';
import { Figures } from './Figures';
import { costFinding } from './findings';
import type { OpenFigure } from './useOpenFigure';
import classes from './Insights.module.css';
import { Section } from './Section';

interface CostSectionProps {
  cost: CostPerLike;
  open: OpenFigure;
}

const REACHED = 'Relationships that reached Like';

/** What networking costs for each relationship that reached Like. */
export function CostSection({ cost, open }: CostSectionProps) {
  const { liked, minutes, each } = cost;
  const span = lengthWords(cost.spanDays);
  const inAll = {
    key: 'minutes',
    name: 'Time in all',
    figures: [
      { text: minutes === 0 ? '–' : formatMinutes(minutes) },
      { text: each.kind === 'known' ? formatMinutes(Math.round(each.minutes)) : '–' },
    ],
  };
  const reached = {
    text: liked,
    about: `${REACHED}: ${liked}`,
    onOpen: liked > 0 ? open(REACHED, { kind: 'likedLately' }) : undefined,
  };
  return (
    <Section name="Cost for each at Like" finding={costFinding(cost)}>
      <Figures
        caption={`Time and money of the last ${span}, for each relationship that reached Like in them`}
        columns={['What', capitalised(span), 'For each']}
        rows={[
          { key: 'liked', name: REACHED, figures: [reached, { text: '' }] },
          inAll,
          ...channelRows({ cost, open }),
          ...moneyRows({ cost, open }),
        ]}
      />
      <p className={classes.note}>
        All noted time counts, also what went into relationships that reached Like before: looking after them
        is networking too.
      </p>
    </Section>
  );
}

function channelRows({ cost: { channels, liked, each, spanDays }, open }: CostSectionProps) {
  return channels.map(({ channel, minutes }) => {
    const name = channelWords(channel);
    return {
      key: `${channel.kind} ${name}`,
      name,
      figures: [
        {
          text: formatMinutes(minutes),
          about: `${name}: ${formatMinutes(minutes)} in ${lengthWords(spanDays)}`,
          onOpen: open(name, { kind: 'channel', channel }),
        },
        { text: each.kind === 'known' ? formatMinutes(Math.round(minutes / liked)) : '–' },
      ],
    };
  });
}

function moneyRows({ cost: { money, liked, each, spanDays }, open }: CostSectionProps) {
  return money.map(({ currency, amount }) => {
    const words = costWords({ currency, amount });
    return {
      key: `money ${currency}`,
      name: `Money, ${currency}`,
      figures: [
        {
          text: words,
          about: `Money: ${words} in ${lengthWords(spanDays)}`,
          onOpen: open(`Paid in ${currency}`, { kind: 'money', currency }),
        },
        { text: each.kind === 'known' ? costWords({ currency, amount: amount / liked }) : '–' },
      ],
    };
  });
}
