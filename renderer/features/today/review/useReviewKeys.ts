import { useHotkeys } from '@mantine/hooks';

interface ReviewActions {
  next: () => void;
  previous: () => void;
  done: () => void;
}

/** The review by keyboard: arrows move along, D marks. Fields and sheets keep their keys. */
export function useReviewKeys({ next, previous, done }: ReviewActions): void {
  const unlessOpen = (act: () => void) => () => {
    if (document.querySelector('[role="dialog"], [role="menu"]') === null) act();
  };
  useHotkeys([
    ['ArrowRight', unlessOpen(next)],
    ['ArrowLeft', unlessOpen(previous)],
    ['d', unlessOpen(done)],
  ]);
}
