import type { ParsedInput } from '../../../shared/contract/contract';
import { refusalOf } from '../../../shared/insight/norm-limits';
import { type NormName, type Norms, normsByName } from '../../../shared/insight/norms';
import type { OwnNorm } from '../../../shared/model/own-norm';
import type { RecordChange } from '../../../shared/model/record';
import { created, type Stamp } from '../../../shared/model/stamp';
import { failed, type Result, success } from '../../../shared/result';
import type { Tables } from '../tables/tables';
import { changeOf, patched } from './edit';

/** Fixes a norm at a value. `norms` are those in use: the value must fit between them. */
export function fixNorm(
  tables: Tables,
  stamp: Stamp,
  norms: Norms,
  { norm, value }: ParsedInput<'norms.fix'>,
): Result<RecordChange[]> {
  const refusal = refusalOf(norm, value, norms);
  if (refusal) return refused(refusal.kind);
  const [kept, ...others] = recordsOf(tables, norm);
  const fixed = kept
    ? patched('ownNorm', kept, { value }, stamp)
    : changeOf('ownNorm', undefined, created({ norm, value }, stamp));
  return success([fixed, ...others.map(removed)]);
}

/** Takes back what was fixed. Refused when the figure that comes back would cross another that is fixed. */
export function releaseNorm(
  tables: Tables,
  norms: Norms,
  { norm }: ParsedInput<'norms.release'>,
): Result<RecordChange[]> {
  const records = recordsOf(tables, norm);
  if (records.length === 0) return failed({ kind: 'notFound', what: 'figure of your own' });
  const usual = normsByName.get(norm)?.value;
  const refusal = usual === undefined ? null : refusalOf(norm, usual, norms);
  if (refusal) return refused(refusal.kind);
  return success(records.map(removed));
}

/** One, unless journals were merged or edited by hand. */
function recordsOf(tables: Tables, norm: NormName): OwnNorm[] {
  return [...tables.all('ownNorm')].filter((one) => one.norm === norm);
}

function removed(record: OwnNorm): RecordChange {
  return changeOf('ownNorm', record, undefined);
}

function refused(kind: 'outOfRange' | 'below' | 'above'): Result<RecordChange[]> {
  const words = {
    outOfRange: 'It is out of range.',
    below: 'It would be below a figure that must stay under it.',
    above: 'It would be above a figure that must stay over it.',
  };
  return failed({ kind: 'invalidInput', fields: { value: words[kind] } });
}
