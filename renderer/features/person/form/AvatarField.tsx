import { Button, FileButton, Group, Input } from '@mantine/core';
import { useState } from 'react';
import { Avatar } from '../page/Avatar';
import { errorAt } from './field-errors';
import type { FormPart } from './fields';
import { NotAPicture, smallPicture } from './resize-picture';

/** The person's picture, made small before it is kept. */
export function AvatarField({ value, patch, errors }: FormPart) {
  const [problem, setProblem] = useState<string | null>(null);
  const choose = (file: File | null) => {
    if (!file) return;
    setProblem(null);
    smallPicture(file)
      .then((avatar) => patch({ avatar }))
      .catch((thrown: unknown) => setProblem((thrown instanceof Error ? thrown : new NotAPicture()).message));
  };
  return (
    <Input.Wrapper label="Picture" labelElement="div" error={problem ?? errorAt(errors, 'avatar')}>
      <Group gap="sm" mt={2}>
        <Avatar name={value.name} picture={value.avatar === '' ? undefined : value.avatar} />
        <FileButton onChange={choose} accept="image/png,image/jpeg,image/webp">
          {(props) => (
            <Button variant="default" size="xs" {...props}>
              Choose a picture…
            </Button>
          )}
        </FileButton>
        {value.avatar === '' ? null : (
          <Button variant="subtle" size="xs" onClick={() => patch({ avatar: '' })}>
            Remove
          </Button>
        )}
      </Group>
    </Input.Wrapper>
  );
}
