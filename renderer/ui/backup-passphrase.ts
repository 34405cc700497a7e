import { useQueryClient } from '@tanstack/react-query';
import { call, useRead } from '../api';
import { toastInfo } from './toasts';

/** Backups are encrypted, and Rapport does not know the passphrase just now. */
export function usePassphraseWanted(): boolean {
  const { data } = useRead('encryption.get', {});
  return data !== undefined && data.isOn && !data.isUnlocked;
}

/** Tells Rapport the passphrase of its backups. Rejects when it is another one. */
export function useEnterPassphrase(): (passphrase: string) => Promise<void> {
  const client = useQueryClient();
  return async (passphrase) => {
    client.setQueryData(['encryption.get', {}], await call('encryption.enter', { passphrase }));
    toastInfo('Rapport knows the passphrase of your backups until you close it.');
    void client.invalidateQueries({ queryKey: ['backup.list'] });
  };
}
