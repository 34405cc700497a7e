import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { recordTypes } from '../../shared/model/record-types';
import { recordSchemas } from '../../shared/model/record';
import { valueOrThrow } from '../../electron/journal/journal-store';
import { addPerson, openStore } from '../unit/electron/journal/temp-journal';
import { alter, computerWith, computerWithSample, filesIn, flipBit, at, jsonOf } from './command';

const LISTS = {
  person: 'people',
  interaction: 'interactions',
  promise: 'promises',
  gathering: 'gatherings',
  circle: 'circles',
  introduction: 'introductions',
  season: 'seasons',
  timeLog: 'timeLogs',
  question: 'questions',
  snooze: 'snoozes',
  ownNorm: 'ownNorms',
} as const;

describe('rapport export', () => {
  it('holds every record of the journal as the app has it', async () => {
    const computer = await computerWithSample();
    const { code, out, err } = await computer.run(['export', '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const document = jsonOf(out);
    expect(document).toMatchObject({ format: 'rapport-export', version: 1, formatVersion: 1 });
    const store = await openStore(computer.journal);
    for (const type of recordTypes) {
      const own = [...store.tables.all(type)].sort((a, b) => (a.id < b.id ? -1 : 1));
      const exported = z.array(z.unknown()).parse(at(document, 'records', LISTS[type]));
      expect(exported).toEqual(own);
      expect(exported.map((record) => recordSchemas[type].parse(record))).toEqual(own);
      expect(at(document, 'counts', LISTS[type])).toBe(own.length);
    }
    expect(document['journalId']).toBe(store.journalId);
  });

  it('is the same byte for byte as long as the journal is, with fields in the order of their names', async () => {
    const computer = await computerWithSample();
    const first = await computer.run(['export', '--json', '--to', 'first.json']);
    expect(first).toEqual({ code: 0, out: '', err: '' });
    const { out } = await computer.run(['export', '--json']);
    expect(readFileSync(join(computer.home, 'first.json'), 'utf8')).toBe(out);
    const fields = Object.keys(
      z
        .object({})
        .loose()
        .parse(at(jsonOf(out), 'records', 'people', '0')),
    );
    expect(fields).toEqual([...fields].sort());
  });

  it('reads beside whoever has it open', async () => {
    const computer = await computerWith('Anna');
    const store = await openStore(computer.journal);
    await addPerson(store, 'Ben');
    const { code, out } = await computer.run(['export', '--json']);
    expect(code).toBe(0);
    expect(at(jsonOf(out), 'counts', 'people')).toBe(2);
  });

  it('replaces a file as a whole or not at all', async () => {
    const computer = await computerWith('Anna');
    const path = join(computer.home, 'out.json');
    writeFileSync(path, 'x'.repeat(100_000));
    expect((await computer.run(['export', '--json', '--to', 'out.json'])).code).toBe(0);
    expect(at(jsonOf(readFileSync(path, 'utf8')), 'counts', 'people')).toBe(1);
    expect(filesIn(computer.home).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect((await computer.run(['export', '--json', '--to', join('out.json', 'below')])).code).toBe(4);
    expect((await computer.run(['export', '--json', '--to', join('Journal', 'people.json')])).code).toBe(2);
    expect((await computer.run(['check'])).code).toBe(0);
  });

  it('exports what can be read of a damaged journal, and says that it is', async () => {
    const computer = await computerWith('Anna', 'Ben');
    alter(join(computer.journal, 'people.json'), (bytes) => flipBit(bytes, bytes.indexOf('"Ben"')));
    const { code, out, err } = await computer.run(['export', '--json']);
    expect(code).toBe(1);
    expect(err).toContain('people.json is damaged.');
    expect(at(jsonOf(out), 'counts', 'people')).toBe(1);
  });

  it('keeps fields that this version does not know', async () => {
    const computer = await computerWith('Anna');
    alter(join(computer.journal, 'people.json'), (bytes) =>
      bytes.toString('utf8').replace('"name":"Anna"', '"name":"Anna","shoeSize":38'),
    );
    const store = await openStore(computer.journal);
    valueOrThrow(await store.close());
    const { out } = await computer.run(['export', '--json']);
    expect(at(jsonOf(out), 'records', 'people', '0', 'shoeSize')).toBe(38);
  });
});
