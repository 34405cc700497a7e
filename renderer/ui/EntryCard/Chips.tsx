import { IconArrowDownLeft, IconArrowUpRight } from '@tabler/icons-react';
import type { EntryChip } from '../../../shared/words/entry';
import classes from './EntryCard.module.css';

/** Facts in words. What was given and received also differ by an arrow, not by colour alone. */
export function Chips({ chips }: { chips: readonly EntryChip[] }) {
  if (chips.length === 0) return null;
  return (
    <ul className={classes.chips} aria-label="Facts">
      {chips.map((chip, index) => (
        // Two facts of one entry may read the same; their order is their identity.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={`${index} ${chip.text}`} className={classes.chip} data-tone={chip.tone} title={chip.more}>
          {chip.tone === 'given' ? <IconArrowUpRight size={12} aria-hidden="true" /> : null}
          {chip.tone === 'received' ? <IconArrowDownLeft size={12} aria-hidden="true" /> : null}
          <span>{chip.text}</span>
        </li>
      ))}
    </ul>
  );
}
