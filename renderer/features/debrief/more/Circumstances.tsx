import { understandWhen } from '../../../../shared/debrief/when';
import { isWritten } from '../../../../shared/model/interaction';
import { useRead } from '../../../api';
import { formatDay, formatInstant } from '../../../../shared/words/dates';
import { useNow } from '../../../ui/useToday';
import { Choices } from '../controls/Choices';
import { ChipSelect } from '../controls/ChipSelect';
import { ChipText } from '../controls/ChipText';
import { statusOf } from '../debrief-draft';
import { groundChosenBys, initiators, statuses } from '../form/choices';
import { Fact } from '../form/Facts';
import { useField, useForm, useIssue } from '../form/form-store';
import { pastFirst } from '../rounds/GatheringPicker';
import { LengthChip } from '../form/LengthChip';
import { Section, TextField } from './fields';
import classes from './more.module.css';

/** How it came about: what became of it, who moved first, where, at which gathering. */
export function Circumstances() {
  const [kind] = useField('kind');
  const [initiatedBy, setInitiatedBy] = useField('initiatedBy');
  const [groundChosenBy, setGroundChosenBy] = useField('groundChosenBy');
  return (
    <Section title="How it came about">
      <Status />
      <Fact label="Who began">
        <Choices
          label="Who began"
          field="initiatedBy"
          choices={initiators}
          value={initiatedBy}
          onChange={setInitiatedBy}
        />
      </Fact>
      {isWritten(kind) || kind === 'call' ? <Answered /> : null}
      <Gathering />
      <TextField name="place" label="Place" placeholder="the café at the corner" />
      <Fact label="Who chose it">
        <Choices
          label="Who chose the place"
          field="groundChosenBy"
          choices={groundChosenBys}
          value={groundChosenBy}
          onChange={setGroundChosenBy}
        />
      </Fact>
      <Fact label="My travel">
        <LengthChip field="travelMinutes" label="My travel" placeholder="how long?" />
      </Fact>
    </Section>
  );
}

function Status() {
  const [at] = useField('at');
  const [status, setStatus] = useField('status');
  const [calledOffBy, setCalledOffBy] = useField('calledOffBy');
  const shown = statusOf({ status, at }, useNow());
  const offLabel = shown === 'cancelled' ? 'Cancelled by' : 'Who did not come';
  return (
    <>
      <Fact label="What became of it">
        <Choices
          label="What became of it"
          field="status"
          choices={statuses}
          value={shown}
          onChange={(next) => setStatus(next)}
        />
      </Fact>
      {shown === 'cancelled' || shown === 'noShow' ? (
        <Fact label={offLabel}>
          <Choices
            label={offLabel}
            choices={SIDES}
            value={calledOffBy}
            onChange={setCalledOffBy}
            field="calledOffBy"
          />
        </Fact>
      ) : null}
      {shown === 'held' ? null : <TextField name="remindersSent" label="Reminders sent" short />}
    </>
  );
}

const SIDES = [
  { value: 'me' as const, label: 'me' },
  { value: 'them' as const, label: 'them' },
];

const ANSWERS = [
  { value: 'yes' as const, label: 'yes' },
  { value: 'no' as const, label: 'no' },
];

/** Of something written and of calls: whether there was a reply, and when. */
function Answered() {
  const { store, order } = useForm();
  const [answered, setAnswered] = useField('answered');
  const [typed] = useField('answeredText');
  const [at] = useField('answeredAt');
  const issue = useIssue('answeredAt');
  const value = answered === undefined ? undefined : answered ? 'yes' : 'no';
  const onType = (text: string) => {
    if (text.trim() === '') return store.change({ answeredText: '', answeredAt: undefined });
    const when = understandWhen(text, new Date(), order);
    store.change(
      when.kind === 'understood' ? { answeredText: '', answeredAt: when.at } : { answeredText: text },
    );
  };
  return (
    <Fact label="Answered">
      <Choices
        label="Answered"
        field="answered"
        choices={ANSWERS}
        value={value}
        onChange={(next) => setAnswered(next === undefined ? undefined : next === 'yes')}
      />
      {answered === true ? (
        <ChipText
          label="When it was answered"
          field="answeredAt"
          placeholder="when?"
          typed={typed}
          understood={at === undefined ? '' : formatInstant(at)}
          onType={onType}
          onLeave={() => undefined}
          error={issue}
          hint={
            typed === '' ? (at === undefined ? undefined : formatInstant(at)) : 'For example “yesterday 3pm”'
          }
        />
      ) : null}
    </Fact>
  );
}

/** At which gathering it was. The newest ones are offered. */
function Gathering() {
  const [gathering, setGathering] = useField('gathering');
  const read = useRead('gatherings.list', { offset: 0, limit: 30 });
  const rows = pastFirst(read.data?.rows ?? [], useNow());
  const offered = rows.map((row) => ({
    value: row.gathering.id,
    label: `${row.gathering.name}, ${formatDay(row.gathering.from.slice(0, 10))}`,
    name: row.gathering.name,
  }));
  const known = gathering === null || offered.some(({ value }) => value === gathering.id);
  const choices = known
    ? offered
    : [{ value: gathering.id, label: gathering.name, name: gathering.name }, ...offered];
  return (
    <Fact label="Gathering">
      {choices.length === 0 ? (
        <span className={classes.none}>No gathering is in the journal yet.</span>
      ) : (
        <ChipSelect
          label="Gathering"
          field="gathering"
          choices={choices}
          value={gathering?.id}
          onChange={(id) => {
            const chosen = choices.find(({ value }) => value === id);
            setGathering(chosen ? { id: chosen.value, name: chosen.name } : null);
          }}
          placeholder="at which gathering?"
        />
      )}
    </Fact>
  );
}
