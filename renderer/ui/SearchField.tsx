import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useCommand } from './commands';
import { Kbd } from './Kbd';
import classes from './SearchField.module.css';

interface SearchFieldProps {
  label: string;
  placeholder: string;
  value: string;
  onChange: (text: string) => void;
  /** The arrow down leads from the field into the list. */
  onDown?: () => void;
  autoFocus?: boolean;
}

/** The longest text that is searched for. */
const MAX_LENGTH = 500;

/** The search field of a page: Ctrl+F goes to it, Esc empties it, the arrow down leads into the list. */
export function SearchField({ label, placeholder, value, onChange, onDown, autoFocus }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const toField = () => {
    input.current?.focus();
    input.current?.select();
  };
  useCommand('find', toField);
  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && value !== '') {
      event.preventDefault();
      event.stopPropagation();
      onChange('');
    } else if (event.key === 'ArrowDown' && onDown) {
      event.preventDefault();
      onDown();
    }
  };

  return (
    <TextInput
      ref={input}
      className={classes.field ?? ''}
      type="text"
      role="searchbox"
      aria-label={label}
      placeholder={placeholder}
      maxLength={MAX_LENGTH}
      value={value}
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      rightSectionWidth={value === '' ? 62 : 34}
      rightSection={
        value === '' ? (
          <Kbd keys="Mod+F" />
        ) : (
          <CloseButton
            size="sm"
            aria-label="Empty the search"
            onClick={() => {
              onChange('');
              toField();
            }}
          />
        )
      }
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
