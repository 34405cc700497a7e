import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCopy, IconExternalLink } from '@tabler/icons-react';
import type { Channel } from '../../../../shared/model/person';
import { call } from '../../../api';
import { copyText } from '../../../ui/copy-text';
import { toastError } from '../../../ui/toasts';
import { channelLabels } from '../../../../shared/words/labels';
import { addressOf } from './address';
import classes from './Side.module.css';
import { SideCard } from './SideCard';

/** How to reach them: copy, or open outside after asking. */
export function Channels({ channels }: { channels: readonly Channel[] }) {
  if (channels.length === 0) return null;
  return (
    <SideCard title="Reach">
      <ul className={classes.channels}>
        {channels.map((channel) => (
          <ChannelLine key={`${channel.kind} ${channel.value}`} channel={channel} />
        ))}
      </ul>
    </SideCard>
  );
}

function ChannelLine({ channel }: { channel: Channel }) {
  const address = addressOf(channel);
  const copy = () => copyText(channel.value, `Copied: ${channel.value}`);
  return (
    <li className={classes.channel}>
      <span className={classes.channelWords}>
        <span className={classes.dim}>{channel.label ?? channelLabels[channel.kind]} </span>
        <bdi className={classes.selectable}>{channel.value}</bdi>
      </span>
      <Tooltip label="Copy" withArrow>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={26}
          aria-label={`Copy ${channel.value}`}
          onClick={copy}
        >
          <IconCopy size={15} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
      {address ? (
        <Tooltip label="Open outside Rapport" withArrow>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={26}
            aria-label={`Open ${channel.value} outside Rapport`}
            onClick={() => {
              call('app.openExternal', { url: address }).catch(toastError);
            }}
          >
            <IconExternalLink size={15} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      ) : null}
    </li>
  );
}
