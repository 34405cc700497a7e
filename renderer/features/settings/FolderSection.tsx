import { Button, Group } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import type { Counts } from '../../../shared/contract/journal';
import { call } from '../../api';
import { runCommand } from '../../ui/commands';
import { formatCount } from '../../../shared/words/dates';
import { ErrorNote } from '../../ui/ErrorNote';
import { toastInfo } from '../../ui/toasts';
import { JobProgress } from '../../ui/JobProgress';
import { PathLine } from './PathLine';
import { Section } from './Section';
import { useTask } from '../../ui/useTask';

interface FolderSectionProps {
  folder: string;
  counts: Counts;
  sample: boolean;
}

/** Where the journal is kept, and the ways to have it elsewhere. */
export function FolderSection({ folder, counts, sample }: FolderSectionProps) {
  const moving = useTask();
  const opening = useTask();
  const move = async () => {
    const { path } = await call('app.chooseFolder', { for: 'moveJournal' });
    if (path === null) return;
    await call('journal.move', { folder: path });
    toastInfo(`The journal is now in ${path}. The old folder stays as it was; undo begins anew.`);
  };
  const openAnother = async () => {
    const { path } = await call('app.chooseFolder', { for: 'openJournal' });
    if (path !== null) await call('journal.open', { folder: path });
  };
  const startAnother = async () => {
    const { path } = await call('app.chooseFolder', { for: 'newJournal' });
    if (path !== null) await call('journal.create', { folder: path });
  };
  const busy = moving.busy || opening.busy;
  return (
    <Section name="folder" title={sample ? 'Sample journal' : 'Your journal'} description={wordsOf(counts)}>
      <PathLine icon={<IconFolder size={18} />} path={folder}>
        <Button variant="default" size="compact-sm" onClick={() => runCommand('showFolder')}>
          Show the folder
        </Button>
      </PathLine>
      {sample ? (
        <Group gap="sm">
          <Button variant="default" onClick={() => runCommand('leaveSample')}>
            Leave the sample
          </Button>
        </Group>
      ) : (
        <Group gap="sm">
          <Button variant="default" loading={moving.busy} disabled={busy} onClick={() => moving.run(move)}>
            Move it to another folder…
          </Button>
          <Button variant="default" disabled={busy} onClick={() => opening.run(openAnother)}>
            Open another journal…
          </Button>
          <Button variant="default" disabled={busy} onClick={() => opening.run(startAnother)}>
            Start another journal…
          </Button>
        </Group>
      )}
      {moving.busy ? <JobProgress job="move" label="Copying and checking" /> : null}
      <ErrorNote error={moving.error} title="The journal was not moved" withFields />
      <ErrorNote error={opening.error} title="The other journal was not opened" withFields />
    </Section>
  );
}

function wordsOf(counts: Counts): string {
  return [
    formatCount(counts.people, 'person', 'people'),
    formatCount(counts.interactions, 'entry', 'entries'),
    formatCount(counts.promises, 'promise', 'promises'),
    formatCount(counts.gatherings, 'gathering', 'gatherings'),
    formatCount(counts.circles, 'circle', 'circles'),
  ].join(' · ');
}
