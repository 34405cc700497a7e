import { diskFs } from '../../../electron/journal/files/fs';
import type { World } from '../../../cli/world';
import { tempFolder, testOptions } from '../electron/journal/temp-journal';

/** A computer without a terminal, a home of its own, and what was written there. */
export function testWorld(changes: Partial<World> = {}) {
  const home = tempFolder();
  const said = { out: '', err: '', asked: [] as string[] };
  const { newId } = testOptions(home);
  const world: World = {
    fs: diskFs,
    now: () => new Date('2026-05-04T09:30:00Z'),
    newId,
    env: {},
    platform: 'linux',
    home,
    workingFolder: home,
    version: '1.2.3',
    windowsDocuments: async () => null,
    print: async (text) => {
      said.out += text;
    },
    warn: (text) => (said.err += text),
    ask: null,
    ...changes,
  };
  return { world, home, said };
}

/** One who answers the question in this way. */
export function answering(answer: string): Pick<World, 'ask'> {
  return { ask: async () => answer };
}
