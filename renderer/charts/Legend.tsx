import classes from './charts.module.css';

type MarkKind = 'evidence' | 'read' | 'given' | 'received' | 'net' | 'talk' | 'initiative';

/** A sample of a line or a bar, beside its name. */
export function LegendMark({ kind }: { kind: MarkKind }) {
  return (
    <svg className={classes.legendMark} width="20" height="10" aria-hidden="true">
      <Sample kind={kind} />
    </svg>
  );
}

function Sample({ kind }: { kind: MarkKind }) {
  const line = { x1: 0, x2: 20, y1: 5, y2: 5, strokeWidth: 2 };
  switch (kind) {
    case 'evidence':
      return <line {...line} stroke="var(--chart-trust)" />;
    case 'read':
      return <line {...line} stroke="var(--chart-like)" strokeDasharray="4 3" />;
    case 'given':
      return <rect x="5" width="9" height="10" rx="1.5" fill="var(--chart-given)" />;
    case 'received':
      return (
        <>
          <rect
            x="5.5"
            y="0.5"
            width="9"
            height="9"
            fill="var(--chart-received)"
            stroke="var(--chart-received)"
          />
          <path d="M5 8 L12 0 M9 10 L15 3" stroke="var(--chart-surface)" strokeWidth="1.4" />
        </>
      );
    case 'net':
      return <line {...line} stroke="var(--chart-ink)" strokeWidth={1.5} />;
    case 'talk':
      return (
        <>
          <line {...line} stroke="var(--chart-know)" />
          <circle cx="10" cy="5" r="3.5" fill="var(--chart-know)" />
        </>
      );
    case 'initiative':
      return (
        <>
          <line {...line} stroke="var(--chart-moves)" strokeDasharray="4 3" />
          <rect x="7" y="2" width="6" height="6" fill="var(--chart-moves)" />
        </>
      );
  }
}
