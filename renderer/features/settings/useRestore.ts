import { useState } from 'react';

type Restore<T> =
  | { kind: 'looking' }
  | { kind: 'asking' }
  | { kind: 'running' }
  | { kind: 'done'; value: T }
  | { kind: 'failed'; error: unknown };

/** The steps of a restore: look, ask, run, done or failed. */
export function useRestore<T>(perform: () => Promise<T>) {
  const [step, setStep] = useState<Restore<T>>({ kind: 'looking' });
  return {
    ...step,
    ask: () => setStep({ kind: 'asking' }),
    confirm: () => {
      setStep({ kind: 'running' });
      perform().then(
        (value) => setStep({ kind: 'done', value }),
        (error: unknown) => setStep({ kind: 'failed', error }),
      );
    },
  };
}
