import { Button } from '@mantine/core';
import { IconCircles } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useRead } from '../../api';
import { runCommand } from '../../ui/commands';
import { formatCount } from '../../../shared/words/dates';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import { circleFacts } from './gathering-words';
import classes from './GatheringsPage.module.css';

/** All circles, by name. */
export function CircleList() {
  const read = useRead('circles.list', {});
  if (read.error) {
    return (
      <ErrorNote
        error={read.error}
        title="The circles could not be read"
        onRetry={() => void read.refetch()}
      />
    );
  }
  if (!read.data) return null;
  if (read.data.circles.length === 0) return <NoCircles />;
  return (
    <ul className={classes.circles}>
      {read.data.circles.map(({ circle, people, gatherings }) => (
        <li key={circle.id}>
          <Link href={`/circles/${circle.id}`} className={classes.circle}>
            <span className={classes.name} dir="auto">
              {circle.name}
            </span>
            <span className={classes.facts}>
              {[
                ...circleFacts(circle),
                formatCount(people, 'person', 'people'),
                formatCount(gatherings, 'gathering', 'gatherings'),
              ].join(' · ')}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function NoCircles() {
  return (
    <EmptyState
      title="No circles yet"
      icon={<IconCircles size={24} />}
      action={<Button onClick={() => runCommand('newCircle')}>New circle</Button>}
    >
      A club, a community, a group of friends: put people and gatherings in a circle, and see what each of
      them brings.
    </EmptyState>
  );
}
