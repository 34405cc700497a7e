import {
  IconCoffee,
  IconConfetti,
  IconDotsCircleHorizontal,
  IconMail,
  IconMailOpened,
  IconMessage,
  IconMessages,
  IconPhone,
  IconToolsKitchen2,
  IconUsers,
  IconVideo,
  type Icon,
} from '@tabler/icons-react';
import type { InteractionKind } from '../../../shared/model/interaction';
import classes from './EntryCard.module.css';

const icons: Record<InteractionKind, Icon> = {
  gathering: IconConfetti,
  oneToOne: IconUsers,
  coffee: IconCoffee,
  meal: IconToolsKitchen2,
  call: IconPhone,
  video: IconVideo,
  email: IconMail,
  message: IconMessage,
  letter: IconMailOpened,
  social: IconMessages,
  other: IconDotsCircleHorizontal,
};

/** The kind of an entry as a picture; the words beside it say the same. */
export function EntryIcon({ kind }: { kind: InteractionKind }) {
  const Picture = icons[kind];
  return (
    <span className={classes.icon} aria-hidden="true">
      <Picture size={16} stroke={1.7} />
    </span>
  );
}
