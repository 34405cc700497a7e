import { describe, expect, it } from 'vitest';
import { decodeLog, encodeLine, type LogLine } from '../../../../electron/journal/change-log';
import { person } from '../../builders';

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
    expect(decodeLog(log)).toEqual({ lines, goodBytes: log.length, tornBytes: 0, badLines: [] });
  });

  it('cut at any byte keeps every whole line and nothing of the torn one', () => {
    for (let length = 0; length <= log.length; length++) {
      const content = decodeLog(log.subarray(0, length));
      const whole = ends.filter((end) => end <= length);
      expect(content.lines).toEqual(lines.slice(0, whole.length));
      expect(content.goodBytes).toBe(whole.at(-1) ?? 0);
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
      expect(content.lines.length).toBeGreaterThanOrEqual(lines.length - 2);
      expect(content.lines.length).toBeLessThan(lines.length);
    }
  });
});
