import { understandMinutes } from '../../../../shared/debrief/minutes';
import { understandWhen } from '../../../../shared/debrief/when';
import { formatInstant, formatMinutes } from '../../../../shared/words/dates';
import { useNow } from '../../../ui/useToday';
import { ChipText } from '../controls/ChipText';
import head from '../form/form.module.css';
import { dateOrderHere, whenWords } from '../form/when-words';
import { GatheringPicker } from './GatheringPicker';
import type { RoundsDraft } from './rounds-draft';

interface RoundsHeadProps {
  rounds: RoundsDraft;
  change(patch: Partial<RoundsDraft>): void;
  issueOf(field: string): string | undefined;
  autoFocus: boolean;
}

/** At which gathering, when it began, and how long each round took. */
export function RoundsHead({ rounds, change, issueOf, autoFocus }: RoundsHeadProps) {
  const now = useNow();
  const length = understandMinutes(rounds.minutesPerRound);
  const lengthWords = length.kind === 'understood' ? formatMinutes(length.minutes) : '';
  const onWhen = (text: string) => {
    const when = understandWhen(text, new Date(), dateOrderHere());
    change(when.kind === 'understood' ? { at: when.at, whenText: '' } : { whenText: text });
  };
  return (
    <div className={head.head}>
      <GatheringPicker
        field="gathering"
        value={rounds.gathering}
        autoFocus={autoFocus}
        error={issueOf('gathering')}
        onChange={(gathering, from, minutes) =>
          change({
            gathering: gathering && { id: gathering.id, name: gathering.name },
            ...(from === null ? {} : { at: from, whenText: '' }),
            ...(minutes === null ? {} : { minutesPerRound: String(minutes) }),
          })
        }
      />
      <ChipText
        label="When it began"
        field="when"
        placeholder="When?"
        typed={rounds.whenText}
        understood={whenWords(rounds.at, now)}
        onType={onWhen}
        onLeave={() => (rounds.whenText.trim() === '' ? change({ whenText: '' }) : undefined)}
        error={issueOf('when')}
        hint={rounds.whenText === '' ? formatInstant(rounds.at) : 'Say it as you like: “yesterday 7pm”'}
      />
      <ChipText
        label="Minutes a round"
        field="minutesPerRound"
        placeholder="minutes a round?"
        typed={lengthWords === '' ? rounds.minutesPerRound : ''}
        understood={lengthWords === '' ? '' : `${lengthWords} a round`}
        onType={(minutesPerRound) => change({ minutesPerRound })}
        onLeave={() => undefined}
        error={issueOf('minutesPerRound')}
        hint={length.kind === 'refused' ? length.message : lengthWords || undefined}
      />
    </div>
  );
}
