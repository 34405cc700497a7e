import { backupCalls } from './backup';
import type { Call } from './call';
import { checkCalls } from './check';
import { forgetCalls } from './forget';
import { gatheringCalls } from './gatherings';
import { insightCalls } from './insights';
import { interactionCalls } from './interactions';
import { introductionCalls } from './introductions';
import { historyCalls } from './journal';
import { meetingCalls } from './meetings';
import type { JournalCallName } from './names';
import { normCalls } from './norms';
import { networkCalls } from './network';
import { peopleCalls } from './people';
import { promiseCalls } from './promises';
import { questionCalls } from './questions';
import { seasonCalls } from './seasons';
import { todayCalls } from './today';
import { versionCalls } from './versions';

/** The calls that the journal's thread answers. */
export const journalContract = {
  ...historyCalls,
  ...peopleCalls,
  ...forgetCalls,
  ...interactionCalls,
  ...promiseCalls,
  ...gatheringCalls,
  ...questionCalls,
  ...normCalls,
  ...introductionCalls,
  ...networkCalls,
  ...meetingCalls,
  ...seasonCalls,
  ...todayCalls,
  ...insightCalls,
  ...versionCalls,
  ...backupCalls,
  ...checkCalls,
} satisfies Record<JournalCallName, Call>;
