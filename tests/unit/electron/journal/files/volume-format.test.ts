import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeHeader,
  decodeSliced,
  decodeWhole,
  encodeVolume,
  hasRightChecksum,
  rescueLines,
  type VolumeData,
} from '../../../../../electron/journal/files/volume-format';

async function encoded(data: VolumeData): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of encodeVolume(data)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function sliced(bytes: Buffer): Promise<VolumeData> {
  const lists: VolumeData['lists'] = {};
  await decodeSliced(bytes, (list, records) => (lists[list] ??= []).push(...records));
  return { header: decodeHeader(bytes), lists };
}

const record = fc.record({
  id: fc.uuid(),
  notes: fc.string({ unit: 'grapheme', maxLength: 60 }),
  n: fc.double({ noNaN: true, noDefaultInfinity: true }),
});
const ownFields = fc.dictionary(
  fc.string({ unit: 'grapheme' }).filter((name) => !['checksum', '__proto__'].includes(name)),
  fc.string({ unit: 'grapheme' }),
);
const volume = fc.record({
  header: fc
    .record({
      format: fc.constant('rapport'),
      formatVersion: fc.nat(9),
      label: fc.string({ unit: 'grapheme' }),
      own: ownFields,
    })
    // Fields of the user's own stand beside the others, under whatever names.
    .map(({ own, ...header }) => ({ '': '', 'say "x"': 'a', 'back\\slash': 'b', ...own, ...header })),
  lists: fc.record({ people: fc.array(record), introductions: fc.array(record) }),
});

const plain = (data: VolumeData): unknown => JSON.parse(JSON.stringify(data));
const withoutEmpty = (lists: VolumeData['lists']) =>
  Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));

describe('a volume', () => {
  it('is valid JSON and reads back equal, in slices and whole', async () => {
    await fc.assert(
      fc.asyncProperty(volume, async (data) => {
        const bytes = await encoded(data);
        const expected = plain(data) as VolumeData;
        expect(await hasRightChecksum(bytes)).toBe(true);
        expect(decodeWhole(bytes)).toEqual(expected);
        const read = await sliced(bytes);
        expect({ ...read, lists: withoutEmpty(read.lists) }).toEqual({
          ...expected,
          lists: withoutEmpty(expected.lists),
        });
      }),
      { numRuns: 60 },
    );
  });

  it('of many records is read in slices without losing one at a border', async () => {
    const people = Array.from({ length: 20_000 }, (_, index) => ({
      id: index,
      notes: 'ü'.repeat(index % 50),
    }));
    const bytes = await encoded({ header: { format: 'rapport' }, lists: { people } });
    expect((await sliced(bytes)).lists['people']).toEqual(people);
  });

  it('with any byte changed has no right checksum, or is no different', async () => {
    const bytes = await encoded({ header: { format: 'rapport' }, lists: { people: [{ id: 1 }, { id: 2 }] } });
    for (let at = 0; at < bytes.length; at++) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 0x01;
      const passes = await hasRightChecksum(flipped);
      expect(passes ? decodeWhole(flipped) : null).toEqual(passes ? decodeWhole(bytes) : null);
    }
  });

  it('cut short gives back every record whose line is whole', async () => {
    const people = [{ id: 1 }, { id: 2 }, { id: 3 }];
    const bytes = await encoded({ header: { format: 'rapport', formatVersion: 1 }, lists: { people } });
    const cut = bytes.subarray(0, bytes.indexOf('{"id":3}') + 4);
    expect(await hasRightChecksum(cut)).toBe(false);
    expect(decodeWhole(cut)).toBeNull();
    expect(rescueLines(cut)).toEqual({
      data: { header: { format: 'rapport', formatVersion: 1 }, lists: { people: [{ id: 1 }, { id: 2 }] } },
      strays: [],
      lostLines: 1,
    });
  });
});
