import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Network } from './scene';
import { moved, personAt, type Size, type View, zoomed } from './geometry';

interface PointerTarget {
  network: Network;
  size: Size | null;
  view: RefObject<View | null>;
  changeView: (change: (was: View) => View) => void;
  hover: (index: number | null) => void;
  onCurrent: (index: number) => void;
  onOpen: (index: number) => void;
}

/** Moves smaller than this are a click. */
const DRAG = 4;
const WHEEL_ZOOM = 0.0022;

/** Dragging and the wheel move the picture, Ctrl with the wheel zooms, a click looks at somebody, two open their page. */
export function usePointer(box: RefObject<HTMLElement | null>, target: PointerTarget): void {
  const latest = useRef(target);
  useLayoutEffect(() => {
    latest.current = target;
  });
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const listening = new AbortController();
    listenToWheel(element, latest, listening.signal);
    listenToDrag(element, latest, listening.signal);
    return () => listening.abort();
  }, [box]);
}

function listenToWheel(element: HTMLElement, latest: RefObject<PointerTarget>, signal: AbortSignal): void {
  const onWheel = (event: WheelEvent): void => {
    const { network, size, changeView } = latest.current;
    if (event.ctrlKey && size) {
      event.preventDefault();
      const factor = Math.exp(-event.deltaY * WHEEL_ZOOM);
      changeView((was) => zoomed(was, factor, pointOf(element, event).y, network, size));
      return;
    }
    const [dx, dy] = event.shiftKey ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
    // At its edge the wheel goes on to the page.
    if (move(latest.current, dx, dy)) event.preventDefault();
  };
  // Not passive: the wheel belongs to the picture while it can move.
  element.addEventListener('wheel', onWheel, { passive: false, signal });
}

function listenToDrag(element: HTMLElement, latest: RefObject<PointerTarget>, signal: AbortSignal): void {
  let from: { x: number; y: number } | null = null;
  let isDrag = false;
  const personUnder = (event: MouseEvent): number | null => {
    const { network, size, view } = latest.current;
    return size && view.current ? personAt(pointOf(element, event), view.current, network, size) : null;
  };
  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    from = pointOf(element, event);
    isDrag = false;
    element.setPointerCapture(event.pointerId);
  };
  const onMove = (event: PointerEvent): void => {
    const here = pointOf(element, event);
    if (!from) {
      latest.current.hover(personUnder(event));
      return;
    }
    if (!isDrag && Math.hypot(here.x - from.x, here.y - from.y) < DRAG) return;
    isDrag = true;
    move(latest.current, from.x - here.x, from.y - here.y);
    from = here;
  };
  const onUp = (event: PointerEvent): void => {
    const person = from && !isDrag ? personUnder(event) : null;
    from = null;
    if (person !== null) latest.current.onCurrent(person);
  };
  const onTwice = (event: MouseEvent): void => {
    const person = personUnder(event);
    if (person !== null && person >= 0) latest.current.onOpen(person);
  };
  element.addEventListener('pointerdown', onDown, { signal });
  element.addEventListener('pointermove', onMove, { signal });
  element.addEventListener('pointerup', onUp, { signal });
  element.addEventListener('pointercancel', () => (from = null), { signal });
  element.addEventListener('pointerleave', () => latest.current.hover(null), { signal });
  element.addEventListener('dblclick', onTwice, { signal });
}

function pointOf(element: HTMLElement, event: MouseEvent): { x: number; y: number } {
  const { left, top } = element.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

/** Answers whether there was room to move. */
function move({ network, size, view, changeView }: PointerTarget, dx: number, dy: number): boolean {
  if (!size || !view.current) return false;
  const next = moved(view.current, dx, dy, network, size);
  const isMove = next.left !== view.current.left || next.top !== view.current.top;
  if (isMove) changeView(() => next);
  return isMove;
}
