import type { ForgetPreview, ForgetTold } from '../contract/forget';

/** What the user is told of the backups before somebody is forgotten: which will be deleted, and which places are out of reach. */
export function toldIn({ backups, unreachable }: Pick<ForgetPreview, 'backups' | 'unreachable'>): ForgetTold {
  const deleted = backups.filter(({ fate }) => fate !== 'rewritten').map(({ fileName }) => fileName);
  return { deleted, unreachable };
}
