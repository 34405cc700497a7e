import { expect, test } from './fixtures';
import { Keys } from './keys';
import { DebriefSheet } from './pages/debrief-sheet';
import { Palette } from './pages/palette';
import { PersonPage } from './pages/person-page';
import { Shell } from './pages/shell';
import { startEmpty } from './setup';

const NAME = 'Ibrahim Testwright';

test('what a person and an entry said before is shown field by field, and brought back by keyboard', async ({
  rapport,
}) => {
  const page = await startEmpty(rapport);
  const keys = new Keys(page);
  const palette = new Palette(page);
  const dialog = new Shell(page).dialog(/^History of/);
  const versions = dialog.getByRole('list', { name: 'Versions' }).getByRole('listitem');
  await new DebriefSheet(page).writeDown(keys, {
    who: [NAME],
    kindKey: 'c',
    words: 'We talked about barometers.',
  });
  await palette.choose(keys, NAME, new RegExp(`^${NAME}`));
  await expect(new PersonPage(page).name).toContainText(NAME);

  await test.step('nothing was changed yet: it says what will be kept', async () => {
    await palette.choose(keys, 'History of', 'History of this person');
    await expect(dialog).toContainText('Nothing was changed since this was written');
    await keys.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('each change of the entry is a version; an earlier one is brought back, which undo takes back', async () => {
    const sheet = new DebriefSheet(page);
    const entry = new PersonPage(page).entries.first();
    await keys.tabTo(entry.getByRole('button', { name: 'Coffee', exact: true }), 60);
    await keys.press('e');
    await expect(sheet.words).toHaveValue('We talked about barometers.');
    await keys.tabTo(sheet.words);
    await keys.press('Control+A');
    await keys.type('We talked about clocks.');
    await sheet.saveByKeys(keys);
    await expect(entry).toContainText('We talked about clocks.');
    await expect(entry.getByRole('button', { name: 'Coffee', exact: true })).toBeFocused();
    await keys.press('h');
    await expect(versions).toHaveCount(2);
    await expect(versions.first()).toContainText(/^As of .*Now/);
    await expect(versions.first().getByRole('deletion')).toContainText('We talked about barometers.');
    await expect(versions.first().getByRole('insertion')).toContainText('We talked about clocks.');
    await keys.tabTo(versions.last().getByRole('button', { name: /^Bring back/ }));
    await keys.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(entry).toContainText('We talked about barometers.');
    await keys.press('Control+Z');
    await expect(entry).toContainText('We talked about clocks.');
  });

  await test.step('it is there after a restart, and the backups are asked too', async () => {
    await keys.press('Control+Shift+B');
    await expect(new Shell(page).backupState).toContainText('Backup verified');
    const again = await rapport.restart();
    const more = new Keys(again);
    const history = new Shell(again).dialog(/^History of/);
    const button = new PersonPage(again).entries.first().getByRole('button', { name: 'Coffee', exact: true });
    await more.tabTo(button, 60);
    await more.press('h');
    await expect(history.getByRole('list', { name: 'Versions' }).getByRole('listitem')).toHaveCount(4);
    await more.tabTo(history.getByRole('button', { name: 'Look into the backups too' }));
    await more.press('Enter');
    const found = history.getByRole('status').filter({ hasText: 'The backups know no other version.' });
    await expect(found).toBeFocused();
    await more.press('Tab');
    await expect(history.locator(':focus')).toHaveCount(1);
    await more.press('Escape');
    await expect(history).toBeHidden();
    await expect(button).toBeFocused();
  });
});
