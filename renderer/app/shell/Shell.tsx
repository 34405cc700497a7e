import { Suspense, useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { JournalState } from '../../../shared/contract/journal';
import { useEvent } from '../../api';
import { PAGE_SCROLL_ID } from '../../ui/page-scroll';
import { useFocusOnReturn } from '../../ui/useFocusOnReturn';
import { afterFirstPage } from '../../ui/after-first-page';
import { features, loadFeatures } from '../features';
import { lazyPart, readLater } from '../lazy-part';
import { Pages } from '../routes';
import { useJournalCommands } from '../useAppCommands';
import { Banners } from './Banners';
import classes from './Shell.module.css';
import { SideBar } from './SideBar';
import { usePageArrival } from './usePageArrival';

const Palette = lazyPart(
  readLater(() => import('../palette/Palette')),
  (part) => part.Palette,
);
const DebriefHost = lazyPart(features.debrief, (feature) => feature.DebriefHost);
const PersonFormHost = lazyPart(features.person, (feature) => feature.PersonFormHost);
const GatheringFormHost = lazyPart(features.gatherings, (feature) => feature.GatheringFormHost);
const QuestionFormHost = lazyPart(features.questions, (feature) => feature.QuestionFormHost);
const SeasonFormHost = lazyPart(features.seasons, (feature) => feature.SeasonFormHost);
const HistoryHost = lazyPart(features.history, (feature) => feature.HistoryHost);
const IntroductionFormHost = lazyPart(features.network, (feature) => feature.IntroductionFormHost);
const TimeFormHost = lazyPart(features.todayForms, (feature) => feature.TimeFormHost);
const PromiseFormHost = lazyPart(features.promises, (feature) => feature.PromiseFormHost);

/** The open journal: side bar, page, and what can be opened from everywhere. */
export function Shell({ state }: { state: Extract<JournalState, { kind: 'open' }> }) {
  const [route] = useLocation();
  // When the sample is left, the button for it goes.
  const page = useFocusOnReturn<HTMLElement>(state.sample);
  useJournalCommands(state);
  usePageArrival(route, page);
  return (
    <div className={classes.shell}>
      <SideBar state={state} skipLink={<SkipLink route={route} onSkip={() => page.current?.focus()} />} />
      <div className={classes.column}>
        <Banners state={state} onDismissed={() => page.current?.focus()} />
        <main id={PAGE_SCROLL_ID} ref={page} tabIndex={-1} className={classes.page}>
          <div className={classes.inner}>
            <Pages />
          </div>
        </main>
      </div>
      <Overlays />
    </div>
  );
}

/**
 * What opens over every page. It is drawn once all code has been read, bit by bit, after the page: the page is what is
 * waited for.
 */
function Overlays() {
  const [wanted, setWanted] = useState(false);
  const want = useCallback(() => setWanted(true), []);
  useEvent('command', want);
  useEffect(() => {
    const callOff = afterFirstPage(() => void loadFeatures().then(want));
    // Whoever is quicker than that may be about to open one.
    const hasty = ['keydown', 'pointerdown'] as const;
    for (const event of hasty) window.addEventListener(event, want, { once: true });
    return () => {
      callOff();
      for (const event of hasty) window.removeEventListener(event, want);
    };
  }, [want]);
  if (!wanted) return null;
  return (
    <Suspense fallback={null}>
      <Palette />
      <DebriefHost />
      <PersonFormHost />
      <GatheringFormHost />
      <PromiseFormHost />
      <TimeFormHost />
      <QuestionFormHost />
      <SeasonFormHost />
      <HistoryHost />
      <IntroductionFormHost />
    </Suspense>
  );
}

function SkipLink({ route, onSkip }: { route: string; onSkip: () => void }) {
  return (
    <a
      className={classes.skip}
      href={`#${route}`}
      onClick={(event) => {
        // The part after # is the route: following the link would leave the page.
        event.preventDefault();
        onSkip();
      }}
    >
      Skip to the page
    </a>
  );
}
