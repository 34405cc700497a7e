import { useEffect, useState } from 'react';
import { toastError } from '../../ui/toasts';
import { DebriefForm } from './DebriefForm';
import { isPlain, loadDebrief, type LoadedDebrief, plainDebrief } from './load-debrief';
import { type DebriefArgs, debriefOverlay } from './overlays';

/** Reads what the form needs and shows it. What is not there any more is said, and nothing opens. */
export function DebriefSheet({ args }: { args: DebriefArgs }) {
  const [loaded, setLoaded] = useState<LoadedDebrief | null>(() =>
    isPlain(args) ? plainDebrief(new Date()) : null,
  );
  useEffect(() => {
    if (isPlain(args)) return undefined;
    let wanted = true;
    loadDebrief(args, new Date()).then(
      (ready) => wanted && setLoaded(ready),
      (thrown: unknown) => {
        if (!wanted) return;
        toastError(thrown);
        debriefOverlay.close();
      },
    );
    return () => {
      wanted = false;
    };
  }, [args]);
  return loaded === null ? null : <DebriefForm loaded={loaded} onClose={debriefOverlay.close} />;
}
