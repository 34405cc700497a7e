import { type ReactNode, useId, useState } from 'react';
import classes from './charts.module.css';
import type { ActivePoint } from './PointLayer';

/** The room at the left for the labels of every panel, so that all share one time axis. */
export const AXIS_WIDTH = 78;
export const MARGIN_RIGHT = 16;
export const PLOT_MARGIN = { top: 8, right: MARGIN_RIGHT, bottom: 4, left: 0 };

/** The pixels of a panel that the time axis spans. */
export function plotWidth(width: number): number {
  return Math.max(0, width - AXIS_WIDTH - MARGIN_RIGHT);
}

interface PanelProps {
  title: string;
  /** The chart in sentences. */
  summary: string;
  width: number;
  legend?: ReactNode;
  /** Lists the entries behind the finding. */
  onWhy?: () => void;
  /** The card's own title is that of the first panel. */
  hideTitle?: boolean;
  children: (onActive: (active: ActivePoint | null) => void, activeDay: number | null) => ReactNode;
}

/** One chart of the card: its finding as the title, its summary for those who do not see it, its tooltip. */
export function Panel({ title, summary, width, legend, onWhy, hideTitle = false, children }: PanelProps) {
  const [active, setActive] = useState<ActivePoint | null>(null);
  const titleId = useId();
  const summaryId = useId();
  return (
    <section className={classes.panel} aria-labelledby={titleId} aria-describedby={summaryId}>
      <div className={hideTitle ? classes.hidden : classes.panelHead}>
        <h3 id={titleId} className={classes.panelTitle}>
          {title}
        </h3>
        {legend}
        {onWhy ? <WhyButton about={title} onClick={onWhy} /> : null}
      </div>
      <p id={summaryId} className={classes.hidden}>
        {summary} Arrow keys move through the points, Enter opens one.
      </p>
      <div className={classes.plot} data-plot>
        {children(setActive, active?.point.day ?? null)}
        {active ? <Tooltip active={active} width={width} /> : null}
      </div>
    </section>
  );
}

function WhyButton({ about, onClick }: { about: string; onClick: () => void }) {
  return (
    <button type="button" className={classes.link} aria-label={`Why: ${about}`} onClick={onClick}>
      Why
    </button>
  );
}

const TOOLTIP_WIDTH = 280;

/** Follows the point, by mouse and by keyboard. Screen readers hear the point itself instead. */
function Tooltip({ active, width }: { active: ActivePoint; width: number }) {
  const left = Math.min(Math.max(0, active.x - TOOLTIP_WIDTH / 2), Math.max(0, width - TOOLTIP_WIDTH));
  const [first, ...rest] = active.point.words;
  return (
    <div
      className={classes.tooltip}
      style={{ left, top: active.y + 16, maxWidth: TOOLTIP_WIDTH }}
      aria-hidden="true"
    >
      <strong>{first}</strong>
      {rest.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}
