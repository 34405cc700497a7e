import { Chip, Group, Input, Select, SimpleGrid, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Ring } from '../../../../shared/model/person';
import { Purpose } from '../../../../shared/model/primitives';
import { useRead } from '../../../api';
import { PersonPicker } from '../../../ui/PersonPicker';
import { purposeLabels, ringLabels } from '../../../../shared/words/labels';
import { errorAt } from './field-errors';
import { type FormPart, textField } from './fields';

const RINGS = Ring.options.map((ring) => ({ value: ring, label: ringLabels[ring] }));

/** What matters on the day you meet: who it is, where you met, and what brings you together. */
export function FirstFields(part: FormPart) {
  const { value, patch, errors } = part;
  const tags = useRead('tags.list', {}).data?.tags ?? [];
  const circles = useRead('circles.list', {}).data?.circles ?? [];
  return (
    <>
      <TextInput label="Name" required data-autofocus {...textField(part, 'name')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        <TextInput label="Organisation" {...textField(part, 'organisation')} />
        <TextInput label="Role" {...textField(part, 'role')} />
        <TextInput type="date" label="Met on" {...textField(part, 'metOn', 'met.date')} />
        <GatheringField {...part} />
      </SimpleGrid>
      <Input.Wrapper label="Introduced by" error={errorAt(errors, 'met.introducedBy')}>
        <PersonPicker
          label="Introduced by"
          value={value.introducedBy}
          onChange={(introducedBy) => patch({ introducedBy })}
          allowNew={false}
          field="introducedBy"
          placeholder={value.introducedBy.length === 0 ? 'Nobody' : 'and who?'}
        />
      </Input.Wrapper>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        <TagsInput
          label="Circles"
          description="Type a new name to start one"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={circles.map(({ circle }) => circle.name)}
          value={value.circles}
          onChange={(names) => patch({ circles: names })}
          error={errorAt(errors, 'circleIds')}
          data-field="circles"
          acceptValueOnBlur
        />
        <TagsInput
          label="Tags"
          data={tags.map(({ tag }) => tag)}
          value={value.tags}
          onChange={(next) => patch({ tags: next })}
          error={errorAt(errors, 'tags')}
          data-field="tags"
          acceptValueOnBlur
        />
      </SimpleGrid>
      <Select
        label="Ring"
        description="How many ties of each closeness you can keep up"
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={RINGS}
        value={value.ring}
        onChange={(ring) => patch({ ring: Ring.options.find((one) => one === ring) ?? null })}
        clearable
        clearButtonProps={{ 'aria-label': 'No ring' }}
        placeholder="None"
      />
      <Purposes {...part} />
    </>
  );
}

function Purposes({ value, patch }: FormPart) {
  return (
    <Input.Wrapper label="What for" labelElement="div">
      <Chip.Group
        multiple
        value={value.purposes}
        onChange={(chosen) =>
          patch({ purposes: Purpose.options.filter((purpose) => chosen.includes(purpose)) })
        }
      >
        <Group gap={6} mt={4}>
          {Purpose.options.map((purpose) => (
            <Chip key={purpose} value={purpose} size="sm" variant="light">
              {purposeLabels[purpose]}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
}

function GatheringField({ value, patch, errors }: FormPart) {
  const [search, setSearch] = useState(value.metAt?.name ?? '');
  // The chosen name in the field is no search.
  const text = search === value.metAt?.name ? '' : search;
  const found = useRead('gatherings.list', { text, offset: 0, limit: 30 }).data?.rows ?? [];
  const options = found.map(({ gathering }) => ({
    value: gathering.id,
    label: gathering.name,
    day: gathering.from.slice(0, 10),
  }));
  const kept = value.metAt;
  if (kept && !options.some((option) => option.value === kept.id)) {
    options.unshift({ value: kept.id, label: kept.name, day: '' });
  }
  return (
    <Select
      label="Met at"
      placeholder="A gathering"
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'No gathering' }}
      data={options}
      filter={({ options: all }) => all}
      nothingFoundMessage="No gathering of this name"
      searchValue={search}
      onSearchChange={setSearch}
      value={kept?.id ?? null}
      onChange={(id) => {
        const option = options.find((one) => one.value === id);
        patch({ metAt: option ? { id: option.value, name: option.label } : null });
      }}
      renderOption={({ option }) => {
        const day = options.find((one) => one.value === option.value)?.day;
        return day ? `${option.label}, ${day}` : option.label;
      }}
      error={errorAt(errors, 'met.gatheringId')}
      data-field="metAt"
    />
  );
}
