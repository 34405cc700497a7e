import type { ParsedInput } from '../../../shared/contract/contract';
import { SeasonFields, type SeasonView } from '../../../shared/contract/seasons';
import { type AtRisk, atRiskIn } from '../../../shared/insight/season';
import type { RecordChange } from '../../../shared/model/record';
import type { Season } from '../../../shared/model/season';
import type { Stamp } from '../../../shared/model/stamp';
import { dateOf } from '../../../shared/model/time';
import { failed, type Result, success } from '../../../shared/result';
import { changeOf, patched, saveRecord } from '../changes/edit';
import { change, type Handlers, labelOf, only } from './handling';
import type { Journal } from '../journal';
import type { Tables } from '../tables/tables';

/** Changes of direction: whom they put at risk, and who was told. */
export function seasonHandlers(journal: Journal): Handlers<'seasons'> {
  const { tables } = journal;
  return {
    'seasons.list': () => ({
      today: journal.today(),
      seasons: [...tables.all('season')]
        .sort((a, b) => (a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? 1 : -1))
        .map((season) => seasonView(journal, season)),
    }),
    'seasons.save': async (input) => {
      const label = labelOf(input.editing, input.season.name);
      return { id: only(await change(journal, label, (all, stamp) => saveSeason(all, stamp, input))).id };
    },
    'seasons.delete': async ({ id }) => {
      await change(journal, `deleting ${tables.get('season', id)?.name ?? 'the season'}`, (all) => {
        const season = all.get('season', id);
        return season
          ? success([changeOf('season', season, undefined)])
          : failed({ kind: 'notFound', what: 'season' });
      });
      return {};
    },
    'seasons.told': async (input) => {
      await change(journal, 'whom you told', (all, stamp) => noteTold(all, stamp, input));
      return {};
    },
  };
}

function seasonView(journal: Journal, season: Season): SeasonView {
  const asOf = journal.asOf();
  const people = [...journal.tables.all('person')].flatMap(({ id }) => {
    const slice = journal.insights.slice(id);
    const risk = slice && atRiskIn(season, slice, asOf);
    return risk ? [{ person: journal.personName(id), risk }] : [];
  });
  return {
    season,
    people: people.sort(
      (a, b) => urgency(b.risk) - urgency(a.risk) || (a.person.name < b.person.name ? -1 : 1),
    ),
  };
}

/** Silent and never told, then silent, then not told, then told. */
function urgency({ silent, toldOn }: AtRisk): number {
  return (silent ? 2 : 0) + (toldOn === null ? 1 : 0);
}

const KNOWN = Object.keys(SeasonFields.shape);

function saveSeason(
  tables: Tables,
  stamp: Stamp,
  { editing, season }: ParsedInput<'seasons.save'>,
): Result<RecordChange[]> {
  if (season.to !== undefined && season.to < season.from) {
    return failed({ kind: 'invalidInput', fields: { 'season.to': 'It ends before it starts.' } });
  }
  const saved = saveRecord(tables, stamp, 'season', editing, season, KNOWN);
  return saved.ok ? success([saved.value]) : saved;
}

function noteTold(
  tables: Tables,
  stamp: Stamp,
  { id, personId, told }: ParsedInput<'seasons.told'>,
): Result<RecordChange[]> {
  const season = tables.get('season', id);
  if (!season) return failed({ kind: 'notFound', what: 'season' });
  const others = (season.watch ?? []).filter((one) => one.personId !== personId);
  const watch = [...others, told ? { personId, toldOn: dateOf(stamp.now) } : { personId }];
  return success([patched('season', season, { watch }, stamp)]);
}
