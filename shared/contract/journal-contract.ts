import { backupCalls } from './backup';
import type { Call } from './call';
import { gatheringCalls } from './gatherings';
import { insightCalls } from './insights';
import { interactionCalls } from './interactions';
import { introductionCalls } from './introductions';
import { historyCalls } from './journal';
import type { JournalCallName } from './names';
import { networkCalls } from './network';
import { peopleCalls } from './people';
import { promiseCalls } from './promises';
import { seasonCalls } from './seasons';
import { todayCalls } from './today';

/** The calls that the journal's thread answers. */
export const journalContract = {
  ...historyCalls,
  ...peopleCalls,
  ...interactionCalls,
  ...promiseCalls,
  ...gatheringCalls,
  ...introductionCalls,
  ...networkCalls,
  ...seasonCalls,
  ...todayCalls,
  ...insightCalls,
  ...backupCalls,
} satisfies Record<JournalCallName, Call>;
