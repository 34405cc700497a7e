import { Minutes } from '../model/primitives';

export type Length =
  { kind: 'empty' } | { kind: 'understood'; minutes: number } | { kind: 'refused'; message: string };

const EXAMPLES = 'Try “50”, “1 h 20” or “1:20”.';

/** A length as people write it: "50", "50 min", "1h20", "1 h 20 min", "1:20", "1.5 h", "an hour". */
export function understandMinutes(text: string): Length {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/\bhalf an hour\b/, '30 min')
    .replace(/\ban? (hour|h)\b/, '1 h')
    .replace(/\band\b/, ' ')
    .replace(/\s+/g, ' ');
  if (typed === '') return { kind: 'empty' };
  const minutes = countMinutes(typed);
  if (minutes === null)
    return { kind: 'refused', message: `“${text.trim()}” is not a length of time. ${EXAMPLES}` };
  const parsed = Minutes.safeParse(minutes);
  if (parsed.success) return { kind: 'understood', minutes };
  return { kind: 'refused', message: parsed.error.issues[0]?.message ?? EXAMPLES };
}

function countMinutes(typed: string): number | null {
  const clock = /^(\d{1,3}):([0-5]\d)(?: ?h)?$/.exec(typed);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const number = String.raw`\d{1,6}(?:[.,]\d{1,2})?`;
  const hours = new RegExp(
    `^(${number}) ?(?:h|hr|hrs|hour|hours)(?: ?(\\d{1,3}) ?(?:m|min|mins|minute|minutes)?)?$`,
  ).exec(typed);
  if (hours) return Math.round(figure(hours[1]) * 60) + Number(hours[2] ?? 0);
  const minutes = /^(-?\d{1,6}) ?(?:m|min|mins|minute|minutes)?$/.exec(typed);
  return minutes ? Number(minutes[1]) : null;
}

function figure(text: string | undefined): number {
  return Number((text ?? '').replace(',', '.'));
}
