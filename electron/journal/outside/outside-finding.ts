import { assertNever } from '../../../shared/assert-never';
import type { Notice } from '../../../shared/contract/journal';
import type { Refusal } from './examine-volume';

/** What something else did to the journal's files while it was open, and what was done about it. */
export type OutsideFinding =
  | { kind: 'taken'; file: string; records: number; keptOurs: number; keptAs: string }
  | { kind: 'refused'; file: string; why: Refusal; keptAs: string }
  | { kind: 'removed'; file: string }
  | { kind: 'logReplaced'; keptAs: string | null; records: number }
  | { kind: 'conflictCopy'; file: string };

export function outsideNotice(finding: OutsideFinding): Notice {
  return {
    kind: finding.kind === 'conflictCopy' ? 'conflictCopy' : 'changedOutside',
    message: words(finding),
  };
}

function words(finding: OutsideFinding): string {
  switch (finding.kind) {
    case 'taken':
      return takenWords(finding);
    case 'refused':
      return `${finding.file} was replaced by something else than Rapport while the journal was open: ${REFUSED[finding.why]} Nothing of it was taken over, nothing of yours is missing, and Rapport writes the file anew. What was found there is kept as ${finding.keptAs}.`;
    case 'removed':
      return `${finding.file} was deleted or moved away by something else than Rapport while the journal was open. Nothing is missing: Rapport writes it anew.`;
    case 'logReplaced':
      return logWords(finding);
    case 'conflictCopy':
      return `${finding.file} has just appeared. It looks like a copy that a program for syncing made when two computers had changed the journal. Rapport does not read it. Compare it with the journal before you delete it.`;
    default:
      return assertNever(finding);
  }
}

const REFUSED: Record<Refusal, string> = {
  damaged: 'it is not a whole file.',
  older: 'it is an older one.',
  foreign: 'it comes from another journal or another year.',
  muchSmaller: 'more than half of its records were gone, which looks like a mistake.',
};

function takenWords({ file, records, keptOurs, keptAs }: Extract<OutsideFinding, { kind: 'taken' }>): string {
  const taken =
    records === 0
      ? 'Nothing in it had to be taken over.'
      : `What was changed in it (${records} ${records === 1 ? 'record' : 'records'}) was taken over; undo takes it back.`;
  const conflicts =
    keptOurs === 0
      ? ''
      : ` ${keptOurs} ${keptOurs === 1 ? 'record was' : 'records were'} changed here as well: what you wrote here counts.`;
  return `${file} was changed by something else than Rapport while the journal was open. ${taken}${conflicts} The file as it was found is kept as ${keptAs}.`;
}

function logWords({ keptAs, records }: Extract<OutsideFinding, { kind: 'logReplaced' }>): string {
  const taken =
    records === 0
      ? ''
      : ` ${records} later ${records === 1 ? 'change' : 'changes'} of another Rapport ${records === 1 ? 'was' : 'were'} in it and ${records === 1 ? 'was' : 'were'} taken over; undo takes that back.`;
  const kept = keptAs === null ? '' : ` What was found there is kept as ${keptAs}.`;
  return `The change log was changed by something else than Rapport while the journal was open. Nothing of yours is missing: everything was written into the other files.${taken}${kept}`;
}
