import type { BehindFigure, Figure } from '../../../shared/contract/insights';
import type { CalendarDate } from '../../../shared/model/primitives';
import { useRead } from '../../api';
import type { Explanation } from '../../ui/why/explanation';
import { WhyDrawer } from '../../ui/why/WhyDrawer';
import { openDebrief } from '../debrief';
import { openPromiseForm } from '../promises';
import { formatDay, formatMinutes } from '../../ui/dates';
import { costWords } from '../../ui/words/money';
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
  // What is still there of another figure is not this one's.
  const data = read.isPlaceholderData ? undefined : read.data;
  return (
    <WhyDrawer
      explanation={opened && explain(opened.title, data, read.error?.message, today)}
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

type SpentLine = Extract<BehindFigure, { kind: 'spent' }>['lines'][number];

/** "Thu 18 Jun: Breakfast club, 1 h 30 min, EUR 20" */
function spentWords({ on, what, minutes, cost }: SpentLine, today: CalendarDate): string {
  const facts = [what, ...(minutes > 0 ? [formatMinutes(minutes)] : []), ...(cost ? [costWords(cost)] : [])];
  return `${formatDay(on, today)}: ${facts.join(', ')}`;
}
