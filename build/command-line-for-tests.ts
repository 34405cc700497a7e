import { buildCommandLine } from './command-line';

export const setup = buildCommandLine;
