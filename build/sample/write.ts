/** Writes the sample journal into a folder: `npm run sample -- <folder>`. */
import { resolve } from 'node:path';
import { v7 as uuidV7 } from 'uuid';
import { diskFs } from '../../electron/journal/files/fs';
import { openSample } from '../../electron/journal/opening/new-journal';
import { describeFailure } from '../../shared/errors';

const [target] = process.argv.slice(2);
if (target === undefined) {
  console.error('Say where to write it: npm run sample -- path/to/an/empty/folder');
  process.exit(2);
}

const folder = resolve(target);
const opened = await openSample({ fs: diskFs, folder, now: () => new Date(), newId: () => uuidV7() });
if (!opened.ok) {
  console.error(describeFailure(opened.failure));
  process.exit(1);
}
const { tables } = opened.value;
console.log(`${tables.count('person')} people and ${tables.count('interaction')} entries are in ${folder}`);
await opened.value.close();
