import { Button } from '@mantine/core';
import type { PersonPage } from '../../../../shared/contract/people';
import { runCommand } from '../../../ui/commands';
import { spanWords } from '../../../../shared/words/spans';
import { usePastDay } from '../past/past-day';
import classes from './Side.module.css';
import { SideCard } from './SideCard';

/** After a long silence: a word to reconnect, or a kind end. Dormant is not dead, and nobody need be kept. */
export function Dormant({ rhythm }: Pick<PersonPage, 'rhythm'>) {
  const past = usePastDay() !== null;
  if (rhythm.state !== 'dormant' || rhythm.gapDays === null) return null;
  return (
    <SideCard title={`${spanWords(rhythm.gapDays)} without a word`}>
      <p className={classes.words}>
        Dormant is not dead: old ties advise as well as current ones, and a word is more welcome than one
        thinks. It is as good to thank them and let it go.
      </p>
      {past ? null : (
        <div className={classes.inline}>
          <Button size="compact-md" onClick={() => runCommand('reconnect')}>
            Reconnect
          </Button>
          <Button size="compact-md" variant="default" onClick={() => runCommand('letGo')}>
            Let go
          </Button>
        </div>
      )}
    </SideCard>
  );
}
