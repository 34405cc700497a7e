import { gatheringTexts } from './gathering-texts';
import { meetingTexts } from './meeting-texts';
import { writtenTexts } from './written-texts';

/** All templates of notes by what happened. `<first>`, `<they>`, `<them>`, `<their>` and `<subject>` are filled in. */
export const texts = { ...gatheringTexts, ...meetingTexts, ...writtenTexts } as const;

export type Shelf = keyof typeof texts;
