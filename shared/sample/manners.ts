import type { Stage } from '../model/primitives';
import type { Manner } from './story';

export type Mood = 'warm' | 'fair' | 'cool';
type Range = [from: number, to: number];

/** What entries with a person of this manner look like. Chances are 0 to 1, talk is my share in percent. */
export interface MannerFacts {
  mood: Mood;
  ease: Range;
  openness: Range;
  talk: Range;
  theyAsk: Range;
  give: number;
  take: number;
  promise: number;
  /** My own read once we know each other a little. */
  read?: Stage;
  /** Whether introductions, referrals, business or confidences change hands. */
  stakes?: true;
}

export const manners: Record<Manner, MannerFacts> = {
  warm: {
    mood: 'warm',
    ease: [4, 5],
    openness: [4, 5],
    talk: [40, 58],
    theyAsk: [1, 4],
    give: 0.34,
    take: 0.34,
    promise: 0.42,
    read: 'trust',
    stakes: true,
  },
  even: {
    mood: 'warm',
    ease: [4, 5],
    openness: [3, 5],
    talk: [42, 60],
    theyAsk: [1, 3],
    give: 0.26,
    take: 0.26,
    promise: 0.34,
    read: 'like',
  },
  fair: {
    mood: 'fair',
    ease: [3, 4],
    openness: [3, 4],
    talk: [42, 64],
    theyAsk: [0, 2],
    give: 0.2,
    take: 0.16,
    promise: 0.34,
    read: 'like',
  },
  cool: {
    mood: 'cool',
    ease: [2, 3],
    openness: [2, 3],
    talk: [48, 68],
    theyAsk: [0, 0],
    give: 0.14,
    take: 0.03,
    promise: 0.2,
    read: 'know',
  },
  wall: {
    mood: 'cool',
    ease: [1, 2],
    openness: [1, 2],
    talk: [60, 72],
    theyAsk: [0, 0],
    give: 0.05,
    take: 0,
    promise: 0.05,
    read: 'know',
  },
  iTalk: {
    mood: 'fair',
    ease: [3, 4],
    openness: [2, 4],
    talk: [76, 88],
    theyAsk: [0, 1],
    give: 0.2,
    take: 0.1,
    promise: 0.1,
    read: 'like',
  },
  theyTalk: {
    mood: 'fair',
    ease: [3, 4],
    openness: [3, 5],
    talk: [12, 24],
    theyAsk: [0, 1],
    give: 0.18,
    take: 0.18,
    promise: 0.2,
    read: 'like',
  },
  iGive: {
    mood: 'fair',
    ease: [3, 4],
    openness: [3, 4],
    talk: [45, 60],
    theyAsk: [1, 3],
    give: 0.8,
    take: 0.05,
    promise: 0.42,
    read: 'like',
  },
  iTake: {
    mood: 'warm',
    ease: [3, 5],
    openness: [3, 5],
    talk: [45, 62],
    theyAsk: [1, 3],
    give: 0.04,
    take: 0.8,
    promise: 0.2,
    read: 'like',
  },
  sells: {
    mood: 'cool',
    ease: [2, 3],
    openness: [2, 3],
    talk: [20, 35],
    theyAsk: [0, 0],
    give: 0.05,
    take: 0.05,
    promise: 0,
    read: 'know',
  },
};
