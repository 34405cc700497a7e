import type { ReactNode } from 'react';
import type { EvidenceStage } from '../../../../shared/insight/types';
import { ErrorNote } from '../../../ui/ErrorNote';
import { PastBar } from './PastBar';
import { PastDayProvider } from './past-day';
import { useKeptHeight } from './useKeptHeight';
import type { Past } from './usePast';

interface PastFrameProps {
  past: Past;
  stage: EvidenceStage;
  className: string | undefined;
  children: ReactNode;
}

/** Around the page: all in it knows which day is shown, and where it is a past one the page says so. */
export function PastFrame({ past, stage, className, children }: PastFrameProps) {
  const { day, error, isReading, retry, backToToday } = past;
  return (
    <PastDayProvider value={day}>
      <div
        className={className}
        ref={useKeptHeight(day !== null)}
        // While another day is read the former one stays.
        aria-busy={isReading}
      >
        <ErrorNote error={error} title="That day could not be read" onRetry={retry} />
        {children}
        <PastBar day={day} stage={stage} onBack={backToToday} />
      </div>
    </PastDayProvider>
  );
}
