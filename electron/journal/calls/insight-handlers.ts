import type { CallOutput, ParsedInput } from '../../../shared/contract/contract';
import { isAboveStage, STAGE_FOR_ASK } from '../../../shared/insight/asks';
import { breakdownOf } from '../../../shared/insight/breakdown/breakdown';
import { openingsOf } from '../../../shared/insight/openings';
import type { RecordChange } from '../../../shared/model/record';
import type { Stamp } from '../../../shared/model/stamp';
import { dateOf } from '../../../shared/model/time';
import { failed, type Result, success } from '../../../shared/result';
import { patched } from '../changes/edit';
import { change, type Handlers } from './handling';
import type { Journal } from '../journal';
import type { Tables } from '../tables/tables';
import { behindFigure } from '../views/figures';
import { gatheringBrief } from '../views/gathering-brief';
import { requireInsight, requirePerson, requireSlice } from '../views/person';
import { networkingCost, weeksOfTime } from '../views/time-spent';

/** The figures over everybody, and why a connection broke down. */
export function insightHandlers(journal: Journal): Handlers<'insights'> {
  return {
    'insights.page': async () => {
      const overview = await journal.network.overview();
      return {
        today: journal.today(),
        overview,
        time: weeksOfTime(journal),
        cost: networkingCost(journal, overview.likedLately),
      };
    },
    'insights.behind': (input) => behindFigure(journal, input),
    'insights.breakdown': ({ id, on }) => {
      const { breakdownVerdict: verdict } = requirePerson(journal, id);
      const { day, asOf } = journal.look(on);
      const review = breakdownOf(requireSlice(journal, id), journal.network.surroundings(), asOf);
      return { review, verdict: verdict && verdict.on <= day ? verdict : null };
    },
    'insights.openings': ({ id, on }) => {
      const { asOf } = journal.look(on);
      const { evidence } = requireInsight(journal, id, asOf).stage;
      return openingsOf(requireSlice(journal, id), evidence, [...journal.tables.all('question')], asOf);
    },
    'insights.askCheck': (input) => askCheck(journal, input),
    'insights.gathering': ({ id }) => gatheringBrief(journal, id),
    'insights.gatherings': async () => {
      const { byCircle, byFormat } = await journal.network.returns();
      return {
        norms: journal.norms.current().norms.comparison,
        circles: [...byCircle].map(([id, funnel]) => ({
          id,
          name: journal.circleName(id)?.name ?? '',
          funnel,
        })),
        formats: [...byFormat].map(([format, funnel]) => ({ format, funnel })),
      };
    },
    'insights.verdict': async (input) => {
      const { name } = requirePerson(journal, input.id);
      await change(journal, `your verdict on ${name}`, (tables, stamp) => saveVerdict(tables, stamp, input));
      return {};
    },
  };
}

async function askCheck(
  journal: Journal,
  { personId, level }: ParsedInput<'insights.askCheck'>,
): Promise<CallOutput<'insights.askCheck'>> {
  const { name } = requirePerson(journal, personId);
  const is = journal.insights.of(personId)?.stage.evidence ?? 'none';
  const { asks, norms } = await journal.network.overview();
  const here = asks.find(({ stage }) => stage === is);
  const [asked, answered] = [here?.asked ?? 0, here?.answered ?? 0];
  const need = norms.asksNeeded;
  return {
    name,
    stage: { is, needed: STAGE_FOR_ASK[level] },
    above: isAboveStage({ level, stage: is }),
    rate: asked < need ? { kind: 'tooEarly', have: asked, need } : { kind: 'known', asked, answered },
  };
}

function saveVerdict(
  tables: Tables,
  stamp: Stamp,
  { id, verdict }: ParsedInput<'insights.verdict'>,
): Result<RecordChange[]> {
  const person = tables.get('person', id);
  if (!person) return failed({ kind: 'notFound', what: 'person' });
  const breakdownVerdict = verdict === null ? undefined : { ...verdict, on: dateOf(stamp.now) };
  return success([patched('person', person, { breakdownVerdict }, stamp)]);
}
