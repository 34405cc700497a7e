import { Button, Group, PasswordInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { PassphraseStrength } from '../../../shared/contract/backup';
import { call, useRead } from '../../api';
import { formatNumber } from '../../../shared/words/dates';
import { ErrorNote } from '../../ui/ErrorNote';
import classes from './Settings.module.css';
import { useTask } from '../../ui/useTask';

/** Judging takes a moment, in a thread of its own: not at every key. */
const JUDGE_AFTER_MS = 250;

interface PassphraseFormProps {
  busy: boolean;
  hasKeychain: boolean;
  onChosen: (passphrase: string) => void;
  onCancel: () => void;
}

/** A new passphrase, written twice, with words on offer and an honest word about how long it would hold. */
export function PassphraseForm({ busy, hasKeychain, onChosen, onCancel }: PassphraseFormProps) {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [isShown, setShown] = useState(false);
  /** It was said that this one is weak: whoever sends it again means it. */
  const [saidWeak, setSaidWeak] = useState<string | null>(null);
  const judging = useTask();
  const suggesting = useTask();
  const suggest = async () => {
    const { passphrase: words } = await call('passphrase.suggest', {});
    setPassphrase(words);
    setAgain('');
    setShown(true);
  };
  const choose = async () => {
    const { level } = await call('passphrase.strength', { passphrase });
    if (level === 'weak' && saidWeak !== passphrase) setSaidWeak(passphrase);
    else onChosen(passphrase);
  };
  const isWeak = passphrase !== '' && saidWeak === passphrase;
  const differs = again !== '' && again !== passphrase;
  return (
    <form
      className={classes.form}
      aria-label="New passphrase"
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== '' && again === passphrase) judging.run(choose);
      }}
    >
      <LossWarning hasKeychain={hasKeychain} />
      <PasswordInput
        label="Passphrase"
        data-autofocus
        autoFocus
        visible={isShown}
        onVisibilityChange={setShown}
        value={passphrase}
        onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': 'Show the passphrase', tabIndex: 0 }}
      />
      <StrengthWords passphrase={passphrase} />
      <PasswordInput
        label="The same again"
        visible={isShown}
        onVisibilityChange={setShown}
        value={again}
        error={differs ? 'The two differ.' : null}
        onChange={({ currentTarget }) => setAgain(currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': 'Show the repeated passphrase', tabIndex: 0 }}
      />
      {isWeak ? (
        <p className={classes.warning} role="alert">
          This passphrase is weak: whoever gets hold of a backup can find it out. Write a longer one, or have
          six words drawn.
        </p>
      ) : null}
      <ErrorNote error={judging.error} title="It could not be judged" />
      <ErrorNote error={suggesting.error} title="No words could be drawn" />
      <Group gap="sm">
        <Button
          type="submit"
          variant={isWeak ? 'default' : 'filled'}
          loading={busy || judging.busy}
          disabled={passphrase === '' || again !== passphrase}
        >
          {isWeak ? 'Use it although it is weak' : 'Encrypt backups'}
        </Button>
        <Button variant="default" loading={suggesting.busy} onClick={() => suggesting.run(suggest)}>
          Draw six words
        </Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}

function LossWarning({ hasKeychain }: { hasKeychain: boolean }) {
  return (
    <p className={classes.warning}>
      Without the passphrase nobody can open the backups, and nobody can find it out for you: write it down.
      {hasKeychain
        ? ' This computer’s keychain keeps it, so that automatic backups need no asking.'
        : ' This computer has no keychain that Rapport could use: you will be asked for it after each start, and until then no backups are made.'}
    </p>
  );
}

function StrengthWords({ passphrase }: { passphrase: string }) {
  const [judged] = useDebouncedValue(passphrase, JUDGE_AFTER_MS);
  const strength = useRead('passphrase.strength', { passphrase: judged }, { enabled: judged !== '' });
  const shown = judged === '' || judged !== passphrase ? null : strength.data;
  return (
    <p className={classes.strength} role="status" data-level={shown?.level}>
      {shown
        ? strengthWords(shown)
        : 'Several words that do not belong together are easy to keep and hard to find.'}
    </p>
  );
}

function strengthWords({ level, years }: PassphraseStrength): string {
  const time = timeWords(years);
  switch (level) {
    case 'weak':
      return `Weak: somebody with thousands of computers finds it in ${time}.`;
    case 'fair':
      return `Fair: somebody with thousands of computers needs about ${time}.`;
    case 'strong':
      return `Strong: somebody with thousands of computers needs about ${time}.`;
  }
}

const DAYS = 365.25;

function timeWords(years: number): string {
  if (years >= 1_000_000) return 'more than a million years';
  if (years >= 1) return `${formatNumber(Math.round(years))} years`;
  const days = years * DAYS;
  if (days >= 1) return `${Math.round(days)} days`;
  const hours = days * 24;
  return hours >= 1 ? `${Math.round(hours)} hours` : 'less than an hour';
}
