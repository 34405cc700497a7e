import { formatClock, formatCount } from '../shared/words/dates';
import type { BackupInfo } from '../shared/contract/backup';

/** `412 people, 1,903 entries, verified 09:14`, as the app's settings have it. */
export function backupLine({ people, interactions, verifiedAt }: BackupInfo): string {
  const counted = [
    formatCount(people, 'person', 'people'),
    formatCount(interactions, 'entry', 'entries'),
  ].join(', ');
  return `${counted}, verified ${formatClock(verifiedAt)}`;
}
