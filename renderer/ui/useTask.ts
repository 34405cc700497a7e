import { useState } from 'react';

/** One thing at a time that a button of the settings does, with what went wrong kept beside the button. */
export function useTask() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = (task: () => Promise<unknown>) => {
    setBusy(true);
    task()
      .then(() => setError(null), setError)
      .finally(() => setBusy(false));
  };
  return { busy, error, run, clear: () => setError(null) };
}
