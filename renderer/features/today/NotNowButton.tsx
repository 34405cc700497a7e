import { ActionIcon, type ActionIconProps } from '@mantine/core';
import { IconClockPause } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';

type ButtonProps = ActionIconProps & ComponentPropsWithRef<'button'> & { title: string };

/** Takes what a menu gives to the button that opens it. */
export function NotNowButton({ title, ...button }: ButtonProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={30}
      aria-label={`Not now: ${title}`}
      {...button}
      title="Not now"
    >
      <IconClockPause size={18} aria-hidden="true" />
    </ActionIcon>
  );
}
