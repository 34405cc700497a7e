import type { ForgetPreview } from '../contract/forget';

/** The names of the backups that the user is told will be deleted. */
export function deletedBackups({ backups }: Pick<ForgetPreview, 'backups'>): string[] {
  return backups.filter(({ fate }) => fate !== 'rewritten').map(({ fileName }) => fileName);
}
