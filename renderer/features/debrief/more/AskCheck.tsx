import type { AskLevel } from '../../../../shared/model/interaction';
import { useRead } from '../../../api';
import { evidenceStageLabels } from '../../../../shared/words/labels';
import { useField } from '../form/form-store';
import classes from './more.module.css';

const A_JOURNAL_ID = /^[0-9a-f]{8}-/;

/** A gentle word, with the user's own base rate, when an ask goes beyond what the stage carries. It never stands in the way. */
export function AskCheck({ level }: { level: AskLevel | undefined }) {
  const [people] = useField('people');
  const [ask] = useField('ask');
  const first = people.find(({ key }) => (ask.personId === undefined ? true : key === ask.personId));
  const known = first !== undefined && A_JOURNAL_ID.test(first.key);
  if (!known || level === undefined || level === 'none') return null;
  return <Check personId={first.key} level={level} />;
}

function Check({ personId, level }: { personId: string; level: Exclude<AskLevel, 'none'> }) {
  const { data } = useRead('insights.askCheck', { personId, level });
  if (!data?.above) return null;
  const { name, stage, rate } = data;
  return (
    <p className={classes.gentle} role="status">
      With <bdi>{name}</bdi> you stand at {evidenceStageLabels[stage.is]}; this is usually asked from{' '}
      {evidenceStageLabels[stage.needed]} on.{' '}
      {rate.kind === 'known'
        ? `Asked at ${evidenceStageLabels[stage.is]} so far: ${rate.answered} of ${rate.asked} answered.`
        : `How your asks at ${evidenceStageLabels[stage.is]} fare is too early to say (${rate.have} of ${rate.need}).`}
    </p>
  );
}
