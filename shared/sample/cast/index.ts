import type { CastStory } from '../story';
import { abroad } from './abroad';
import { endings } from './endings';
import { nearby } from './nearby';
import { newcomers } from './newcomers';
import { trades } from './trades';

/** Everybody who has no arc of their own. */
export const cast: readonly CastStory[] = [...nearby, ...trades, ...abroad, ...endings, ...newcomers];
