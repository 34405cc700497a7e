import type { Replies, Waiting } from '../insight/replies';
import { count, listWords, spanWords } from './spans';

/** `You owe a reply: 2 messages wait, for 12 days.` */
export function owedWords({ count: messages, days }: Waiting): string {
  const waits = messages === 1 ? 'a message waits' : `${messages} messages wait`;
  return `You owe a reply: ${waits}${days === 0 ? ', of today' : `, for ${spanWords(days)}`}.`;
}

/** `3 messages without a reply, over 8 months.` */
export function unansweredWords({ count: messages, days }: Waiting): string {
  return `${count(messages, 'message')} without a reply, over ${spanWords(days)}.`;
}

/** How soon they usually answer, or what is known of it so far. */
export function usualReplyWords({ times, ...usual }: Replies['usual']): string {
  if (usual.kind === 'known') return `They usually answer ${daysLater(usual.days)}.`;
  if (usual.have === 0) return 'No reply of theirs is noted yet.';
  return `${count(usual.have, 'reply', 'replies')} so far (${listWords(times.map(({ days }) => daysLater(days)))}): too early to say what is usual.`;
}

/** From when on a message counts as unanswered, and why. */
export function patienceWords({ days, own }: Replies['patience']): string {
  return own
    ? `A message counts as unanswered after ${count(days, 'day')}: twice the slowest of their last replies, and three days at least.`
    : `A message counts as unanswered after ${count(days, 'day')}: about nine in ten replies come within a day.`;
}

export function daysLater(days: number): string {
  if (days === 0) return 'the same day';
  return days === 1 ? 'the next day' : `after ${count(days, 'day')}`;
}
