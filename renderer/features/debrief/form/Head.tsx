import { PersonPicker } from '../../../ui/PersonPicker';
import { ChipSelect } from '../controls/ChipSelect';
import { withPeople } from '../debrief-draft';
import { grounds, kinds } from './choices';
import classes from './form.module.css';
import { useField, useForm, useIssue } from './form-store';
import { LengthChip } from './LengthChip';
import { WhenChip } from './WhenChip';

/** Who, what kind, when, how long and on whose ground: one line of chips. */
export function Head({ focusWho }: { focusWho: boolean }) {
  const { store } = useForm();
  const [people] = useField('people');
  const [exchanges] = useField('exchanges');
  const [kind, setKind] = useField('kind');
  const [ground, setGround] = useField('ground');
  const issue = useIssue('people');
  return (
    <div className={classes.head}>
      <PersonPicker
        bare
        label="Who"
        field="people"
        autoFocus={focusWho}
        value={people}
        newElsewhere={exchanges.flatMap(({ about }) => about ?? [])}
        onChange={(picked) => store.change(withPeople(store.draft, picked))}
        error={issue}
      />
      <ChipSelect
        label="What kind"
        field="kind"
        choices={kinds}
        value={kind}
        onChange={(next) => setKind(next ?? kind)}
        clearable={false}
        placeholder="What kind?"
      />
      <WhenChip />
      <LengthChip field="minutes" label="How long" placeholder="how long?" />
      <ChipSelect
        label="Whose ground"
        field="ground"
        choices={grounds}
        value={ground}
        onChange={setGround}
        placeholder="where?"
      />
    </div>
  );
}
