import { useEffect, useState } from 'react';
import { toastError } from '../../../ui/toasts';
import { type RoundsArgs, roundsOverlay } from '../overlays';
import { type LoadedRounds, loadRounds } from './load-rounds';
import { RoundsForm } from './RoundsForm';

/** Reads the draft or the gathering that the rounds are about, and shows the form. */
export function RoundsSheet({ args }: { args: RoundsArgs }) {
  const [loaded, setLoaded] = useState<LoadedRounds | null>(null);
  useEffect(() => {
    let wanted = true;
    loadRounds(args).then(
      (ready) => wanted && setLoaded(ready),
      (thrown: unknown) => {
        if (!wanted) return;
        toastError(thrown);
        roundsOverlay.close();
      },
    );
    return () => {
      wanted = false;
    };
  }, [args]);
  return loaded === null ? null : <RoundsForm loaded={loaded} onClose={roundsOverlay.close} />;
}
