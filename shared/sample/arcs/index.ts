import type { Arc } from '../story';
import { gareth } from './gareth';
import { hannah } from './hannah';
import { joost } from './joost';
import { leila } from './leila';
import { marek } from './marek';
import { maya } from './maya';
import { damian, fiona, oliver } from './partings';
import { rounds } from './rounds';
import { ruth } from './ruth';
import { walter } from './walter';

/** The hand-written stories. */
export const arcs: readonly Arc[] = [
  maya,
  walter,
  ruth,
  joost,
  leila,
  gareth,
  hannah,
  marek,
  damian,
  fiona,
  oliver,
  rounds,
];
