import { Accordion } from '@mantine/core';
import type { NormView } from '../../../shared/contract/norms';
import { normsWith } from '../../../shared/insight/norms';
import { useRead } from '../../api';
import { ErrorNote } from '../../ui/ErrorNote';
import { type NormTopic, topicLabels, topicOf } from '../../../shared/words/norms';
import { count } from '../../../shared/words/spans';
import { NormLine } from './NormLine';
import classes from './Norms.module.css';
import { Section } from './Section';

/** Every figure that the insights count with: where it comes from, and a field to fix it. */
export function NormsSection() {
  const { data, error, refetch } = useRead('norms.list', {});
  return (
    <Section
      name="usual"
      title="What counts as usual"
      description="What Rapport counts with. A figure that you fix comes before your own history, and that before the default. Every figure in the app follows, and undo takes it back."
    >
      <ErrorNote error={error} title="The figures could not be read" onRetry={() => void refetch()} />
      {data ? <Topics views={data.norms} /> : null}
    </Section>
  );
}

function Topics({ views }: { views: readonly NormView[] }) {
  const norms = normsWith(new Map(views.map(({ name, value }) => [name, value])));
  return (
    <Accordion multiple variant="contained" order={3} keepMounted={false}>
      {TOPICS.map((topic) => {
        const here = views.filter(({ name }) => topicOf(name) === topic);
        return (
          <Accordion.Item key={topic} value={topic}>
            <Accordion.Control>
              {topicLabels[topic]} <span className={classes.dim}>{replacedWords(here)}</span>
            </Accordion.Control>
            <Accordion.Panel>
              <ul className={classes.lines}>
                {here.map((view) => (
                  <NormLine key={view.name} view={view} norms={norms} />
                ))}
              </ul>
            </Accordion.Panel>
          </Accordion.Item>
        );
      })}
    </Accordion>
  );
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a record of all topics
const TOPICS = Object.keys(topicLabels) as NormTopic[];

/** `13 figures, 2 fixed by you`. */
function replacedWords(views: readonly NormView[]): string {
  const of = (origin: NormView['origin']) => views.filter((view) => view.origin === origin).length;
  const parts = [
    count(views.length, 'figure'),
    of('fixed') > 0 ? `${of('fixed')} fixed by you` : '',
    of('ownHistory') > 0 ? `${of('ownHistory')} from your own history` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
