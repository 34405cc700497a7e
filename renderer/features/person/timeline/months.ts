import type { TimelineItem } from '../../../../shared/contract/people';
import { formatMonth } from '../../../ui/dates';

/** Where a month begins in the list; the first month stands in the head of the card. */
export function monthBefore(items: readonly TimelineItem[], index: number): string | null {
  const [here, before] = [items[index], items[index - 1]];
  if (!here || !before || here.on.slice(0, 7) === before.on.slice(0, 7)) return null;
  return formatMonth(here.on);
}
