import { useComputedColorScheme } from '@mantine/core';
import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { coloursOf } from './colours';
import { drawLabels } from './draw-labels';
import { drawTree } from './draw-tree';
import type { Network } from './scene';
import { fitted, isFitted, ROOT, showing, type Size, stepFrom, type View, within, zoomed } from './geometry';
import classes from './Picture.module.css';
import { fitToScreen, useDrawing, useSize } from './useCanvas';
import { usePointer } from './usePointer';

interface PictureProps {
  network: Network;
  /** Who is looked at: an index, or `ROOT`. */
  current: number;
  onCurrent: (index: number) => void;
  onOpen: (index: number) => void;
  /** A letter was typed: it begins a search. */
  onType: (letter: string) => void;
  /** Who answers the search; null while nothing is sought. */
  found: ReadonlySet<number> | null;
  /** Says in words who that is and what they led to. */
  wordsOf: (index: number) => string;
  /** Handed the ways to move, for buttons and fields outside. */
  onReady: (controls: PictureControls) => void;
}

export interface PictureControls {
  focus: () => void;
  zoom: (factor: number) => void;
  fit: () => void;
}

export const ZOOM_STEP = 1.3;

/**
 * Who led to whom, drawn as a tree: one stop for Tab, in which the arrows go along the branches, Enter opens, + and - zoom,
 * 0 fits, and letters search. It is drawn anew only when something in it changes.
 */
export function Picture(props: PictureProps) {
  const { network, current, found, onReady, wordsOf } = props;
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSize(box);
  const itemId = useId();
  const { view, changeView, hover, redraw } = usePainted(props, box, canvas, size);

  usePointer(box, {
    network,
    size,
    view,
    changeView,
    hover,
    onCurrent: props.onCurrent,
    onOpen: props.onOpen,
  });

  const { zoom, fit } = useControls(box, network, size, changeView, onReady);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!pressed(event.key, props, { zoom, fit })) return;
    event.preventDefault();
  };

  const person = network.people[current];
  return (
    // oxlint-disable-next-line jsx-a11y/aria-activedescendant-has-tabindex -- it has one
    <div
      ref={box}
      className={classes.picture}
      role="tree"
      aria-label="Who led you to whom"
      aria-activedescendant={itemId}
      tabIndex={0}
      data-fitted={size !== null}
      onKeyDown={onKeyDown}
      onFocus={redraw}
      onBlur={redraw}
    >
      <canvas ref={canvas} className={classes.canvas} aria-hidden="true" />
      {/* The one who is looked at, in words: all others are in the outline below. */}
      <div
        id={itemId}
        className={classes.hidden}
        role="treeitem"
        aria-level={(person?.depth ?? 0) + 1}
        aria-selected="true"
        aria-current="true"
      >
        {wordsOf(current)}
        {found ? `, ${found.size} found` : ''}
      </div>
    </div>
  );
}

/** The ways to move the picture, for its keys and for what stands outside of it. */
function useControls(
  box: RefObject<HTMLDivElement | null>,
  network: Network,
  size: Size | null,
  changeView: (change: (was: View) => View) => void,
  onReady: PictureProps['onReady'],
): PictureControls {
  const controls: PictureControls = {
    focus: () => box.current?.focus(),
    zoom: (factor) => {
      if (size) changeView((was) => zoomed(was, factor, size.height / 2, network, size));
    },
    fit: () => {
      if (size) changeView(() => within(fitted(network, size), network, size));
    },
  };
  useEffect(() => onReady(controls));
  return controls;
}

/** Does what a key means in the picture. Answers whether it means anything. */
function pressed(
  key: string,
  { network, current, onCurrent, onOpen, onType }: PictureProps,
  { zoom, fit }: Pick<PictureControls, 'zoom' | 'fit'>,
): boolean {
  const next = stepFrom(current, key, network);
  if (next !== null) onCurrent(next);
  else if (key === 'Enter' && current !== ROOT) onOpen(current);
  else if (key === '+' || key === '=') zoom(ZOOM_STEP);
  else if (key === '-') zoom(1 / ZOOM_STEP);
  else if (key === '0') fit();
  else if (/^\p{L}$/u.test(key)) onType(key);
  // An arrow that leads nowhere does not scroll the page either.
  else return key.startsWith('Arrow');
  return true;
}

/** The view and what is drawn of it: again after each change, and only then. */
function usePainted(
  { network, current, found }: PictureProps,
  box: RefObject<HTMLDivElement | null>,
  canvas: RefObject<HTMLCanvasElement | null>,
  size: Size | null,
) {
  const scheme = useComputedColorScheme();
  const view = useRef<View | null>(null);
  const [hovered, hover] = useState<number | null>(null);
  const byWeight = useMemo(
    () => [...network.people.keys()].sort((a, b) => weightOf(network, b) - weightOf(network, a)),
    [network],
  );
  // A step along the branches leaves lines and markers as they are: they are kept as they were drawn.
  const tree = useRef<{ canvas: HTMLCanvasElement; shows: readonly unknown[] } | null>(null);
  const redraw = useDrawing(() => {
    const context = canvas.current?.getContext('2d', { alpha: false });
    if (!context || !view.current || !size || !box.current) return;
    const scene = { network, byWeight, view: view.current, size, current, hovered, found };
    const colours = coloursOf(box.current);
    const shows = [network, view.current, size, found, window.devicePixelRatio, ...Object.values(colours)];
    if (shows.some((each, at) => each !== tree.current?.shows[at])) {
      tree.current = { canvas: tree.current?.canvas ?? document.createElement('canvas'), shows };
      const below = fitToScreen(tree.current.canvas, size);
      if (below) drawTree(below, scene, colours);
    }
    if (tree.current) context.drawImage(tree.current.canvas, 0, 0, size.width, size.height);
    drawLabels(context, scene, colours);
  });
  const changeView = (change: (was: View) => View) => {
    if (!view.current) return;
    view.current = change(view.current);
    redraw();
  };

  // A tree that was in sight as a whole stays so when the window or the tree changes.
  const before = useRef<{ network: Network; size: Size } | null>(null);
  useLayoutEffect(() => {
    if (!size || size.width === 0 || !canvas.current) return;
    fitToScreen(canvas.current, size);
    const last = before.current;
    const stays = view.current && last && !isFitted(view.current, last.network, last.size);
    view.current = within(stays && view.current ? view.current : fitted(network, size), network, size);
    before.current = { network, size };
    redraw();
  }, [network, size, canvas, redraw]);
  useEffect(() => {
    if (view.current && size) view.current = showing(current, view.current, network, size);
    redraw();
  }, [current, network, size, redraw]);
  useEffect(redraw, [scheme, found, hovered, redraw]);
  return { view, changeView, hover, redraw };
}

function weightOf({ people }: Network, index: number): number {
  const person = people[index];
  return person ? person.below * 4 + person.led : 0;
}
