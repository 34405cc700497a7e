import { Suspense } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { ErrorBoundary } from './ErrorBoundary';
import { features } from './features';
import { lazyPart } from './lazy-part';
import { START_ROUTE } from './location';

const TodayPage = lazyPart(features.today, (feature) => feature.TodayPage);
const InsightsPage = lazyPart(features.insights, (feature) => feature.InsightsPage);
const QuestionsPage = lazyPart(features.questions, (feature) => feature.QuestionsPage);
const NetworkPage = lazyPart(features.network, (feature) => feature.NetworkPage);
const SeasonsPage = lazyPart(features.seasons, (feature) => feature.SeasonsPage);
const ReviewPage = lazyPart(features.todayForms, (feature) => feature.ReviewPage);
const JournalPage = lazyPart(features.journal, (feature) => feature.JournalPage);
const SearchPage = lazyPart(features.journal, (feature) => feature.SearchPage);
const MeetingPage = lazyPart(features.meetings, (feature) => feature.MeetingPage);
const PeoplePage = lazyPart(features.people, (feature) => feature.PeoplePage);
const PersonPage = lazyPart(features.person, (feature) => feature.PersonPage);
const GatheringsPage = lazyPart(features.gatherings, (feature) => feature.GatheringsPage);
const GatheringPage = lazyPart(features.gatherings, (feature) => feature.GatheringPage);
const CirclePage = lazyPart(features.gatherings, (feature) => feature.CirclePage);
const PromisesPage = lazyPart(features.promises, (feature) => feature.PromisesPage);
const SettingsPage = lazyPart(features.settings, (feature) => feature.SettingsPage);

/** The page of the present route. A page that fails leaves the rest of the app standing. */
export function Pages() {
  const [route] = useLocation();
  return (
    <ErrorBoundary key={pageOf(route)}>
      <Suspense fallback={null}>
        <Switch>
          <Route path="/today">
            <TodayPage />
          </Route>
          <Route path="/review">
            <ReviewPage />
          </Route>
          <Route path="/journal">
            <JournalPage />
          </Route>
          <Route path="/search">
            <SearchPage />
          </Route>
          <Route path="/people">
            <PeoplePage />
          </Route>
          <Route path="/people/:id">{({ id }) => <PersonPage id={id} />}</Route>
          <Route path="/meetings/:id">{({ id }) => <MeetingPage id={id} />}</Route>
          <Route path="/gatherings">
            <GatheringsPage />
          </Route>
          <Route path="/gatherings/:id">{({ id }) => <GatheringPage id={id} />}</Route>
          <Route path="/circles/:id">{({ id }) => <CirclePage id={id} />}</Route>
          <Route path="/promises">
            <PromisesPage />
          </Route>
          <Route path="/insights">
            <InsightsPage />
          </Route>
          <Route path="/questions">
            <QuestionsPage />
          </Route>
          <Route path="/network">
            <NetworkPage />
          </Route>
          <Route path="/seasons">
            <SeasonsPage />
          </Route>
          <Route path="/settings/:section?">{({ section }) => <SettingsPage section={section} />}</Route>
          <Route>
            <Redirect to={START_ROUTE} replace />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}

/** Settings is one page whose sections have addresses; every other route is a page of its own. */
function pageOf(route: string): string {
  return route.startsWith('/settings') ? '/settings' : route;
}
