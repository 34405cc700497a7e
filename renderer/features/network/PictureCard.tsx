import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { NetworkPage, NetworkPerson } from '../../../shared/contract/network';
import type { EvidenceStage } from '../../../shared/insight/types';
import { foldText, searchWords } from '../../../shared/fold-text';
import { Kbd } from '../../ui/Kbd';
import { SearchField } from '../../ui/SearchField';
import { evidenceStageLabels } from '../../../shared/words/labels';
import { factsOf, networkFinding, networkSummary, personWords } from './network-words';
import classes from './NetworkPage.module.css';
import { ROOT } from './picture/geometry';
import { Picture, type PictureControls, ZOOM_STEP } from './picture/Picture';

interface PictureCardProps {
  data: NetworkPage;
  onOpen: (index: number) => void;
}

/** The picture with its finding, the search in it, and in words whoever is looked at. */
export function PictureCard({ data, onOpen }: PictureCardProps) {
  const { people } = data;
  const controls = useRef<PictureControls | null>(null);
  const ready = useCallback((given: PictureControls) => {
    controls.current = given;
  }, []);
  const field = useRef<HTMLFormElement>(null);
  const { at, look, text, search, found, next } = useLooking(people);
  const begin = (letter: string) => {
    search(letter);
    field.current?.querySelector('input')?.focus();
  };
  return (
    <section className={classes.card} aria-labelledby="network-finding">
      <h2 className={classes.finding} id="network-finding">
        <bdi>{networkFinding(people)}</bdi>
      </h2>
      <p className={classes.dim}>{networkSummary(data)}</p>
      <div className={classes.tools}>
        <form
          ref={field}
          role="search"
          className={classes.search}
          onSubmit={(event) => {
            event.preventDefault();
            next();
          }}
        >
          <SearchField
            label="Find somebody in the picture"
            placeholder="Find somebody"
            value={text}
            onChange={search}
            onDown={() => controls.current?.focus()}
          />
        </form>
        <p className={classes.dim} role="status">
          {found === null ? '' : found.size === 0 ? 'Nobody of that name' : `${found.size} found`}
        </p>
        <ZoomButtons controls={controls} />
      </div>
      <Picture
        network={data}
        current={at}
        onCurrent={look}
        onOpen={onOpen}
        onType={begin}
        found={found}
        wordsOf={(index) => personWords(index, people)}
        onReady={ready}
      />
      <Looked person={people[at]} people={people} />
      <Legend />
    </section>
  );
}

/** Who is looked at, and who is sought. */
function useLooking(people: readonly NetworkPerson[]) {
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [text, setText] = useState('');
  const found = useMemo(() => foundIn(people, text), [people, text]);
  // By id: the places in the list move when an introduction is added.
  const at = currentId === null ? ROOT : people.findIndex(({ id }) => id === currentId);
  const look = (index: number) => setCurrentId(people[index]?.id ?? null);
  return {
    at,
    look,
    text,
    found,
    search: (typed: string) => {
      setText(typed);
      const first = [...(foundIn(people, typed) ?? [])][0];
      if (first !== undefined) look(first);
    },
    /** To the next of those who were found, and from the last to the first. */
    next: () => {
      const list = [...(found ?? [])];
      const after = list.find((index) => index > at) ?? list[0];
      if (after !== undefined) look(after);
    },
  };
}

function foundIn(people: readonly NetworkPerson[], text: string): Set<number> | null {
  const words = searchWords(text);
  if (words.length === 0) return null;
  const found = new Set<number>();
  for (const [index, { name }] of people.entries()) {
    const folded = foldText(name);
    if (words.every((word) => folded.includes(word))) found.add(index);
  }
  return found;
}

function ZoomButtons({ controls }: { controls: RefObject<PictureControls | null> }) {
  const zoom = (factor: number) => () => controls.current?.zoom(factor);
  return (
    <div className={classes.zoom} role="group" aria-label="Zoom">
      <Tooltip label="Smaller (-)">
        <ActionIcon variant="default" size={30} aria-label="Smaller" onClick={zoom(1 / ZOOM_STEP)}>
          <IconMinus size={16} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Larger (+)">
        <ActionIcon variant="default" size={30} aria-label="Larger" onClick={zoom(ZOOM_STEP)}>
          <IconPlus size={16} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
      <Button
        variant="default"
        size="compact-md"
        rightSection={<Kbd keys="0" />}
        onClick={() => controls.current?.fit()}
      >
        All
      </Button>
    </div>
  );
}

/** Whoever is looked at, in words, always in the same room. */
function Looked({ person, people }: { person: NetworkPerson | undefined; people: readonly NetworkPerson[] }) {
  if (!person)
    return (
      <p className={classes.looked}>
        <span className={classes.dim}>
          Arrows go along the branches, Enter opens a person, letters find somebody, + and - zoom.
        </span>
      </p>
    );
  return (
    <p className={classes.looked}>
      <Link href={`/people/${person.id}`} className={classes.link}>
        <bdi>{person.name}</bdi>
      </Link>{' '}
      <span className={classes.dim}>{factsOf(person, people).join(', ')}</span>
    </p>
  );
}

const STAGES: readonly EvidenceStage[] = ['none', 'know', 'like', 'trust'];

function Legend() {
  return (
    <ul className={classes.legend} aria-label="What the marks mean">
      {STAGES.map((stage) => (
        <li key={stage}>
          <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true" data-stage={stage}>
            <Mark stage={stage} />
          </svg>
          {evidenceStageLabels[stage]}
        </li>
      ))}
      <li>
        <svg width="24" height="10" aria-hidden="true">
          <line x1="0" x2="24" y1="5" y2="5" className={classes.dashed} />
        </svg>
        Also told you to meet them
      </li>
      <li>Pale: left in peace</li>
    </ul>
  );
}

function Mark({ stage }: { stage: EvidenceStage }) {
  switch (stage) {
    case 'none':
      return <circle r="4" className={classes.ring} />;
    case 'know':
      return <circle r="5" className={classes.know} />;
    case 'like':
      return <path d="M0 -6 L6 4.5 L-6 4.5 Z" className={classes.like} />;
    case 'trust':
      return <path d="M0 -6.5 L6.5 0 L0 6.5 L-6.5 0 Z" className={classes.trust} />;
  }
}
