import { useHotkeys } from '@mantine/hooks';

/** Single keys of a page. Fields keep theirs, and so does whatever lies over the page. */
export function usePageKeys(keys: Readonly<Record<string, () => void>>): void {
  useHotkeys(
    Object.entries(keys).map(([key, act]) => [
      key,
      () => {
        if (document.querySelector('[role="dialog"], [role="menu"]') === null) act();
      },
    ]),
  );
}
