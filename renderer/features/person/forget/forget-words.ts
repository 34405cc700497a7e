import type { BackupFate, ForgetPreview } from '../../../../shared/contract/forget';
import { foldText } from '../../../../shared/fold-text';
import { count, listWords } from '../../../../shared/words/spans';

interface ForgetList {
  title: string;
  lines: string[];
}

/** What goes, what stays without the name, and what cannot be reached: all of it before it is done. */
export function forgetLists(preview: ForgetPreview): ForgetList[] {
  const lists = [
    { title: 'Goes for good', lines: goes(preview) },
    { title: 'Stays, without the name', lines: stays(preview) },
    { title: 'Backups', lines: backups(preview.backups) },
    { title: 'Out of reach', lines: outOfReach(preview) },
    {
      title: 'Afterwards',
      lines: [
        'The list of changes to undo starts afresh.',
        'A fingerprint of the name and the addresses is kept, so that Rapport can ask before somebody like that comes back.',
      ],
    },
  ];
  return lists.filter(({ lines }) => lines.length > 0);
}

/** Whether the name was typed, whatever its capitals and accents. */
export function isTheName(typed: string, name: string): boolean {
  return plain(typed) === plain(name);
}

function plain(text: string): string {
  return foldText(text.trim()).replace(/\s+/g, ' ');
}

function goes({ entriesGone, promises, introductions, drafts, setAside }: ForgetPreview): string[] {
  const records = [
    ...(entriesGone > 0 ? [`${count(entriesGone, 'entry', 'entries')} with nobody else`] : []),
    ...(promises > 0 ? [count(promises, 'promise')] : []),
    ...(introductions > 0 ? [count(introductions, 'introduction')] : []),
  ];
  return [
    'The page with notes and addresses, and all its earlier versions.',
    ...(records.length > 0 ? [`${listWords(records)}.`] : []),
    ...(drafts.length > 0
      ? [`${count(drafts.length, 'unsaved draft')}: ${listWords(drafts.map((title) => `“${title}”`))}.`]
      : []),
    ...(setAside > 0
      ? [`In ${count(setAside, 'damaged file')} kept aside: lines about them, and lines too broken to tell.`]
      : []),
  ];
}

function stays({ entriesKept, mentions, sharedNames }: ForgetPreview): string[] {
  return [
    ...(entriesKept > 0
      ? [`${count(entriesKept, 'entry', 'entries')} with others: “somebody” takes their place.`]
      : []),
    ...(mentions > 0
      ? [`${count(mentions, 'other record')} that ${mentions === 1 ? 'names' : 'name'} them in words.`]
      : []),
    ...sharedNames.map(
      (name) => `Somebody else is called ${name} too: where the words may mean that person, the name stays.`,
    ),
  ];
}

function backups(fates: readonly BackupFate[]): string[] {
  const of = (fate: BackupFate['fate']) => fates.filter((backup) => backup.fate === fate);
  const [rewritten, encrypted, damaged] = [of('rewritten'), of('encrypted'), of('damaged')];
  return [
    ...(rewritten.length > 0 ? [`${count(rewritten.length, 'backup')} written anew without them.`] : []),
    ...deleted(encrypted, 'encrypted', 'cannot be opened without the passphrase'),
    ...deleted(damaged, 'damaged', 'cannot be read'),
  ];
}

function deleted(fates: readonly BackupFate[], kind: string, why: string): string[] {
  if (fates.length === 0) return [];
  const goes = fates.length === 1 ? 'is deleted, because it' : 'are deleted, because they';
  return [`${count(fates.length, `${kind} backup`)} ${goes} ${why}: ${listWords(fileNames(fates))}.`];
}

/** One that lies in the second place too has the same name there. */
function fileNames(fates: readonly BackupFate[]): string[] {
  const names = fates.map(({ fileName }) => fileName);
  return [...new Set(names)].map((name) => {
    const places = names.filter((each) => each === name).length;
    return places > 1 ? `${name} (in ${places} places)` : name;
  });
}

function outOfReach({ unreachable, otherJournals }: ForgetPreview): string[] {
  return [
    'Backups that lie elsewhere, exported files, a folder that the journal was moved out of, and copies that a sync program or another person keeps.',
    ...(otherJournals.length > 0
      ? [`Backups of another journal, which stay as they are: ${listWords(otherJournals)}.`]
      : []),
    ...unreachable.map((folder) => `${folder}, which cannot be reached just now.`),
  ];
}
