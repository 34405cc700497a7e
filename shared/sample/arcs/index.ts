import type { Arc } from '../story';
import { gareth } from './gareth';
import { hannah, marek } from './hannah-and-marek';
import { joost } from './joost';
import { leila } from './leila';
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
