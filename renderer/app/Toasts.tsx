import { Suspense, useEffect, useRef } from 'react';
import { useAfterFirstPage } from '../ui/after-first-page';
import { keepRoom } from '../ui/keep-room';
import { lazyPart, readLater } from './lazy-part';

const Notifications = lazyPart(
  readLater(() => import('@mantine/notifications')),
  (library) => library.Notifications,
);

const POSITION = 'bottom-center';
/** What the page keeps free at the foot of the window, for the style sheets. */
const ROOM = '--toast-room';
/** Between a message and what is above it. */
const GAP = 12;

/** Where toasts come up. What was said before this is drawn is kept, and shown then. */
export function Toasts() {
  const [isAfter] = useAfterFirstPage();
  if (!isAfter) return null;
  return (
    <Suspense fallback={null}>
      <PlacedToasts />
    </Suspense>
  );
}

/** The page makes room for as long as there is a message: nothing of it, and no button above all, is covered. */
function PlacedToasts() {
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const toasts = around.current?.querySelector(`[data-position="${POSITION}"]`);
    if (!toasts) return undefined;
    return keepRoom(toasts, ROOM, () => {
      const { top, height } = toasts.getBoundingClientRect();
      return height === 0 ? 0 : window.innerHeight - top + GAP;
    });
  }, []);
  return (
    <div ref={around}>
      <Notifications position={POSITION} limit={3} containerWidth={520} withinPortal={false} />
    </div>
  );
}
