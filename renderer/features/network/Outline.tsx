import type { NetworkPerson } from '../../../shared/contract/network';
import { VirtualList } from '../../ui/VirtualList';
import { factsOf } from './network-words';
import classes from './NetworkPage.module.css';

const LINE_HEIGHT = 34;
const STEP = 20;
const MOST_STEPS = 8;
const PLACE = { key: 'network', filters: '' };
const nothing = () => undefined;

interface OutlineProps {
  people: readonly NetworkPerson[];
  onOpen: (index: number) => void;
}

/** The same as the picture, to read: everybody under whoever led to them. */
export function Outline({ people, onOpen }: OutlineProps) {
  const rows = people.map((person, index) => ({ person, index }));
  return (
    <section className={classes.card} aria-labelledby="network-outline">
      <h2 className={classes.title} id="network-outline">
        As an outline
      </h2>
      <VirtualList
        label="Who led you to whom, as an outline"
        total={rows.length}
        at={(index) => rows[index]}
        keyOf={({ person }) => person.id}
        estimate={LINE_HEIGHT}
        place={PLACE}
        onShow={nothing}
        onOpen={({ index }) => onOpen(index)}
      >
        {({ person }) => (
          <p
            className={classes.outlineLine}
            style={{ paddingInlineStart: 8 + STEP * Math.min(MOST_STEPS, person.depth - 1) }}
            data-quiet={person.standing !== 'active' || undefined}
          >
            <bdi className={classes.outlineName}>{person.name}</bdi>{' '}
            <span className={classes.dim}>{factsOf(person, people).join(', ')}</span>
          </p>
        )}
      </VirtualList>
    </section>
  );
}
