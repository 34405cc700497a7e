import { failed, type Result } from '../../../shared/result';

/** What a disk refuses is put otherwise than when something is saved: nothing was typed yet that could be lost. */
export function notOpened<T>(opened: Result<T>): Result<T> {
  if (opened.ok) return opened;
  const { failure } = opened;
  switch (failure.kind) {
    case 'readOnly':
    case 'diskFull':
      return failed({ kind: 'cannotOpen', path: failure.path, why: failure.kind, detail: '' });
    case 'diskError':
      return failed({ kind: 'cannotOpen', path: failure.path, why: failure.kind, detail: failure.detail });
    default:
      return opened;
  }
}
