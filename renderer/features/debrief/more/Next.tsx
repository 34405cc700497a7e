import { TagsInput } from '@mantine/core';
import { useRead } from '../../../api';
import { useField, useIssue } from '../form/form-store';
import form from '../form/form.module.css';
import { Section, TextField, Tick } from './fields';
import classes from './more.module.css';

/** What follows from it. */
export function Next() {
  const [tags, setTags] = useField('tags');
  const issue = useIssue('tags');
  const known = useRead('tags.list', {}).data?.tags ?? [];
  return (
    <Section title="What follows">
      <TextField name="followUpReason" label="Reason to follow up" placeholder="agreed on the spot" />
      <TextField name="nextStep" label="Next step" />
      <Tick name="repaired" label="Something that stood between us was put right here" />
      <div className={classes.field}>
        <label htmlFor="debrief-tags" className={form.factLabel}>
          Tags
        </label>
        <TagsInput
          id="debrief-tags"
          className={classes.control ?? ''}
          size="sm"
          data-field="tags"
          maxTags={200}
          data={known.map(({ tag }) => tag)}
          value={tags}
          onChange={setTags}
          error={issue}
          placeholder={tags.length === 0 ? 'a word, then Enter' : ''}
        />
      </div>
    </Section>
  );
}
