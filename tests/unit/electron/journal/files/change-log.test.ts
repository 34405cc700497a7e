import { describe, expect, it } from 'vitest';
import { decodeLog, encodeLine, type LogLine } from '../../../../../electron/journal/files/change-log';
import { person } from '../../../builders';

const lines: LogLine[] = ['Ada', 'Bea “ünïcödé” 👋', 'Cem\nwith a line break'].map((name, index) => ({
  seq: index + 1,
  at: '2026-05-04T09:30:00+01:00',
  label: name,
  changes: [{ type: 'person', id: person().id, after: person({ name }) }],
}));
const log = Buffer.from(lines.map(encodeLine).join(''));
const ends = lines.map((_, index) =>
  Buffer.byteLength(
    lines
      .slice(0, index + 1)
      .map(encodeLine)
      .join(''),
  ),
);

describe('the change log', () => {
  it('reads what it wrote', () => {
    expect(decodeLog(log)).toEqual({
      lines,
      isExact: true,
      goodBytes: log.length,
      tornBytes: 0,
      badLines: [],
      missing: 0,
      conflicting: 0,
    });
  });

  it('cut at any byte keeps every whole line and nothing of the torn one', () => {
    for (let length = 0; length <= log.length; length++) {
      const content = decodeLog(log.subarray(0, length));
      // A line is whole without its line break.
      const whole = ends.filter((end) => end - 1 <= length);
      expect(content.lines).toEqual(lines.slice(0, whole.length));
      expect(content.goodBytes).toBe(Math.min(whole.at(-1) ?? 0, length));
      expect(content.tornBytes).toBe(length - content.goodBytes);
    }
  });

  it('with any byte flipped never yields a record that was not written', () => {
    const written = lines.map((line) => JSON.stringify(line));
    for (let at = 0; at < log.length; at++) {
      const flipped = Buffer.from(log);
      flipped[at] = (flipped[at] ?? 0) ^ 0x01;
      const content = decodeLog(flipped);
      for (const line of content.lines) expect(written).toContain(JSON.stringify(line));
      // A damaged line break costs nothing; any other byte costs the line that it is in.
      const isBreak = log[at] === 0x0a;
      expect(content.lines.length).toBe(isBreak ? lines.length : lines.length - 1);
      expect(content.isExact && content.tornBytes === 0).toBe(false);
    }
  });

  it.each([
    ['line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['blank lines', (text: string) => text.replaceAll('\n', '\n\n')],
    ['no last line break', (text: string) => text.trimEnd()],
    ['a block of zeros before a line', (text: string) => `${'\0'.repeat(512)}${text}`],
    ['all of it twice', (text: string) => text + text],
  ])('loses nothing by %s', (_, change) => {
    const content = decodeLog(Buffer.from(change(log.toString('utf8'))));
    expect(content).toMatchObject({ lines, isExact: false, badLines: [], missing: 0, conflicting: 0 });
  });

  it('counts the changes that are missing, and those of another log', () => {
    const [first, second, third] = lines.map(encodeLine);
    expect(decodeLog(Buffer.from(`${first}${third}`))).toMatchObject({ missing: 1, conflicting: 0 });
    const other = encodeLine({ ...lines[1], label: 'another' });
    expect(decodeLog(Buffer.from(`${first}${second}${other}`))).toMatchObject({ missing: 0, conflicting: 1 });
  });
});
