import type { NormView } from '../../../shared/contract/norms';
import { normNames } from '../../../shared/insight/norms';
import { originOf } from '../../../shared/insight/norms-in-use';
import { valueIn } from '../../../shared/insight/norm-limits';
import { fixNorm, releaseNorm } from '../changes/norms';
import { change, type Handlers } from './handling';
import type { Journal } from '../journal';

/** What counts as usual: the figures in use, and fixing them. */
export function normHandlers(journal: Journal): Handlers<'norms'> {
  return {
    'norms.list': () => ({ norms: normViews(journal) }),
    'norms.fix': async (input) => {
      const { norms } = journal.norms.current();
      await change(journal, 'a change of what counts as usual', (all, stamp) =>
        fixNorm(all, stamp, norms, input),
      );
      return {};
    },
    'norms.release': async (input) => {
      const { norms } = journal.norms.current();
      await change(journal, 'going back to the usual figure', (all) => releaseNorm(all, norms, input));
      return {};
    },
  };
}

function normViews({ norms: keeper }: Journal): NormView[] {
  const inUse = keeper.current();
  const own: ReadonlyMap<string, NormView['own']> = keeper.ownFigures();
  return normNames.map((name) => ({
    name,
    value: valueIn(inUse.norms, name),
    origin: originOf(inUse, name),
    own: own.get(name) ?? null,
  }));
}
