import { Checkbox, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { AvatarField } from './AvatarField';
import { type FormPart, textField } from './fields';
import { ChannelRows, CustomRows, DateRows } from './RowFields';

/** All else that can be known of a person. */
export function MoreFields(part: FormPart) {
  const { value, patch } = part;
  return (
    <>
      <AvatarField {...part} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        <TextInput label="Nickname" {...textField(part, 'nickname')} />
        <TextInput label="Pronouns" {...textField(part, 'pronouns')} />
        <TextInput label="Place" {...textField(part, 'location')} />
        <TextInput label="Headline" {...textField(part, 'headline')} />
        <TextInput
          label="Rhythm, in days"
          description="Empty: your own rhythm with them"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          inputMode="numeric"
          {...textField(part, 'rhythmDays')}
        />
        <TextInput type="date" label="Partner since" {...textField(part, 'partnerSince')} />
      </SimpleGrid>
      <Checkbox
        label="They mentor me"
        description="The balance is shown, but never flagged"
        checked={value.mentor}
        onChange={(event) => patch({ mentor: event.currentTarget.checked })}
      />
      <ChannelRows {...part} />
      <DateRows {...part} />
      <Lines part={part} field="needs" label="Looking for" hint="What they need, one a line" />
      <Lines part={part} field="inCommon" label="In common" hint="One a line" />
      <Lines part={part} field="incumbents" label="Whom they already use for what you do" hint="One a line" />
      <Textarea
        label="Whom to send them, and how to recognise one"
        autosize
        minRows={1}
        maxRows={8}
        {...textField(part, 'idealReferral')}
      />
      <CustomRows {...part} />
      <Textarea
        label="Notes"
        description="Markdown"
        autosize
        minRows={3}
        maxRows={16}
        {...textField(part, 'notes')}
      />
    </>
  );
}

interface LinesProps {
  part: FormPart;
  field: 'needs' | 'inCommon' | 'incumbents';
  label: string;
  hint: string;
}

function Lines({ part, field, label, hint }: LinesProps) {
  return (
    <Textarea label={label} description={hint} autosize minRows={1} maxRows={8} {...textField(part, field)} />
  );
}
