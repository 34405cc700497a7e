import type { BehindFigure, Figure } from '../../../shared/contract/insights';
import type { NormView } from '../../../shared/contract/norms';
import type { CalendarDate } from '../../../shared/model/primitives';
import { useRead } from '../../api';
import type { Explanation } from '../../ui/why/explanation';
import { WhyDrawer } from '../../ui/why/WhyDrawer';
import { openDebrief } from '../debrief';
import { openPromiseForm } from '../promises';
import { formatDay, formatMinutes } from '../../../shared/words/dates';
import { costWords } from '../../../shared/words/money';
import { type NormTopic, replacedLine, topicOf } from '../../../shared/words/norms';
import type { OpenedFigure } from './useOpenFigure';

interface FigureDrawerProps {
  /** Null: closed. */
  opened: OpenedFigure | null;
  today: CalendarDate;
  onClose: () => void;
}

/** Asked for nobody: while the drawer is closed nothing is read. */
const NO_FIGURE: Figure = { kind: 'likedLately' };

/** Whom or what a figure was counted from, read when it is opened and kept up to date while it is. */
export function FigureDrawer({ opened, today, onClose }: FigureDrawerProps) {
  const read = useRead(
    'insights.behind',
    { figure: opened?.figure ?? NO_FIGURE },
    { enabled: opened !== null },
  );
  const usual = useRead('norms.list', {}, { enabled: opened !== null });
  // What is still there of another figure is not this one's.
  const data = read.isPlaceholderData ? undefined : read.data;
  return (
    <WhyDrawer
      explanation={
        opened &&
        withNorms(
          explain(opened.title, data, read.error?.message, today),
          countedWith(opened.figure, usual.data?.norms ?? []),
        )
      }
      today={today}
      onClose={onClose}
      onOpen={(ref) => {
        onClose();
        if (ref.kind === 'promise') openPromiseForm({ editId: ref.id });
        else openDebrief({ editId: ref.id });
      }}
    />
  );
}

/** Null until it is known. */
function explain(
  title: string,
  data: BehindFigure | undefined,
  failure: string | undefined,
  today: CalendarDate,
): Explanation | null {
  const group = { heading: null, words: [], reasons: [] };
  if (failure !== undefined) return { title, groups: [{ ...group, words: [failure] }] };
  if (!data) return null;
  if (data.kind === 'people')
    return { title, groups: [{ ...group, people: data.people, inAll: data.total }] };
  const reason = { sentence: '', sign: 'none' as const, refs: data.refs };
  if (data.kind === 'spent') {
    const words = data.lines.map((line) => spentWords(line, today));
    return { title, groups: [{ ...group, words, reasons: data.refs.length > 0 ? [reason] : [] }] };
  }
  return { title, groups: [{ ...group, reasons: [{ ...reason, inAll: data.total }] }] };
}

/** Which of the figures that it was counted with are the user's own. */
function countedWith({ kind }: Figure, norms: readonly NormView[]): string[] {
  const topics = TOPICS[kind] ?? [];
  const own = norms.filter(({ name, origin }) => topics.includes(topicOf(name)) && origin !== 'default');
  if (topics.length === 0 || norms.length === 0) return [];
  if (own.length === 0) return ['Rapport’s defaults; the settings show and change them.'];
  return own.map(({ name, value, origin }) => replacedLine(name, value, origin));
}

const TOPICS: Partial<Record<Figure['kind'], readonly NormTopic[]>> = {
  stage: ['stage'],
  likedLately: ['stage', 'cost'],
  balance: ['balance'],
  connect: ['comparison'],
  door: ['stage'],
  purpose: ['stage'],
  reason: ['breakdown', 'season'],
  spot: ['comparison', 'stage'],
  ground: ['comparison'],
  promises: ['comparison'],
  asks: ['comparison', 'stage'],
  money: ['cost'],
  channel: ['cost'],
};

function withNorms(explanation: Explanation | null, words: string[]): Explanation | null {
  if (!explanation || words.length === 0) return explanation;
  return {
    ...explanation,
    groups: [...explanation.groups, { heading: 'Counted with', words, reasons: [] }],
  };
}

type SpentLine = Extract<BehindFigure, { kind: 'spent' }>['lines'][number];

/** "Thu 18 Jun: Breakfast club, 1 h 30 min, EUR 20" */
function spentWords({ on, what, minutes, cost }: SpentLine, today: CalendarDate): string {
  const facts = [what, ...(minutes > 0 ? [formatMinutes(minutes)] : []), ...(cost ? [costWords(cost)] : [])];
  return `${formatDay(on, today)}: ${facts.join(', ')}`;
}
