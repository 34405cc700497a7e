import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf } from './disk';
import { expect, test } from './fixtures';
import { Keys } from './keys';
import { Palette } from './pages/palette';
import { SettingsPage } from './pages/settings-page';
import { Shell } from './pages/shell';
import { writeJournal } from './setup';

/** A whole second, which every file system can keep. */
const WRITTEN_AT = new Date('2026-05-04T09:30:00Z');

/** As a worn-out disk does it: other bytes, and nothing else of the file is changed. */
function rot(file: string): void {
  const text = readFileSync(file, 'utf8');
  const at = text.indexOf('"name"');
  writeFileSync(file, `${text.slice(0, at)}\0\0\0\0\0\0${text.slice(at + 6)}`);
  utimesSync(file, WRITTEN_AT, WRITTEN_AT);
}

test('my journal is checked by keyboard: whole, then with a damaged file, which is written anew and kept aside', async ({
  rapport,
}) => {
  await (await writeJournal(rapport.journalFolder)).close();
  const people = join(rapport.journalFolder, 'people.json');
  utimesSync(people, WRITTEN_AT, WRITTEN_AT);
  const page = await rapport.start();
  const keys = new Keys(page);
  await new Shell(page).expectPlace('Today');
  const { check } = new SettingsPage(page);
  const now = check.getByRole('button', { name: 'Check now' });

  await test.step('all is well', async () => {
    await new Palette(page).choose(keys, 'check my journal', /^Check my journal/);
    await keys.tabTo(now);
    await keys.press('Enter');
    await expect(check.getByRole('status')).toContainText('All is well: 8 people, 20 entries');
    await expect(check.getByRole('row', { name: /^people\.json/ })).toContainText('as Rapport wrote it');
  });

  rot(people);
  const damaged = bytesOf(rapport.journalFolder)['people.json'];

  await test.step('what is damaged is told, and nothing is changed', async () => {
    await keys.tabTo(now);
    await keys.press('Enter');
    await expect(check.getByRole('status')).toContainText('Not all is well');
    await expect(check.getByRole('row', { name: /^people\.json/ })).toContainText('damaged');
    await expect(check).toContainText('One record is not on the disk as it is open here.');
    expect(bytesOf(rapport.journalFolder)['people.json']).toBe(damaged);
  });

  await test.step('it is written anew from what is open', async () => {
    await keys.tabTo(check.getByRole('button', { name: 'Write the files anew' }));
    await keys.press('Enter');
    await expect(check.getByRole('status')).toContainText('All is well: 8 people, 20 entries');
  });
  await rapport.quit();
  const kept = Object.entries(bytesOf(rapport.journalFolder)).filter(([name]) => name.includes('.damaged-'));
  expect(kept).toEqual([[expect.stringMatching(/^people\.json\.damaged-/), damaged]]);
  const again = await rapport.start();
  await new Shell(again).expectPlace('Settings');
  await expect(new Shell(again).notices).toBeHidden();
});
