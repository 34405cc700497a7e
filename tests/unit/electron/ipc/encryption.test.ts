import { describe, expect, it } from 'vitest';
import { encryptionHandlers } from '../../../../electron/ipc/encryption';
import { answered, refusal } from '../../../../electron/ipc/refusal';
import { createBackupPassphrase } from '../../../../electron/shell/backup-passphrase';
import { defaultSettings, type StoredSettings } from '../../../../electron/shell/settings-file';

/** A computer without a keychain; `thread.stopped`: nothing can be locked or opened just now. */
function setUp() {
  let settings: StoredSettings = defaultSettings;
  const passphrase = createBackupPassphrase(
    {
      get: () => settings,
      set: async (change) => {
        settings = { ...settings, ...change };
      },
    },
    {
      isEncryptionAvailable: () => false,
      encryptString: (text) => Buffer.from(text),
      decryptString: (bytes) => bytes.toString(),
    },
  );
  const thread = { stopped: false };
  const handlers = encryptionHandlers({
    passphrase,
    session: {
      backupsChanged: async () => refusal({ kind: 'notOpen' }),
      call: async (name, input) => {
        if (thread.stopped) return refusal({ kind: 'unexpected', detail: 'The thread has stopped.' });
        const { passphrase: tried, proof } = input as { passphrase: string; proof?: string };
        return answered(name === 'passphrase.prove' ? { proof: tried } : { fits: tried === proof });
      },
    },
  });
  return { handlers, passphrase, thread };
}

describe('the passphrase of the backups', () => {
  it('is taken only when it is the one that was chosen', async () => {
    const { handlers, passphrase } = setUp();
    await handlers['encryption.start']({ passphrase: 'tiger lamp' });
    expect(await handlers['encryption.enter']({ passphrase: 'lion lamp' })).toMatchObject({
      ok: false,
      error: { code: 'otherPassphrase' },
    });
    expect(passphrase.encryption()).toEqual({ kind: 'on', passphrase: 'tiger lamp' });
  });

  it('is not taken while it cannot be tried: it could lock backups that nobody can open', async () => {
    const { handlers, passphrase, thread } = setUp();
    thread.stopped = true;
    expect(await handlers['encryption.start']({ passphrase: 'tiger lamp' })).toMatchObject({ ok: false });
    expect(passphrase.encryption()).toEqual({ kind: 'off' });
    thread.stopped = false;
    await handlers['encryption.start']({ passphrase: 'tiger lamp' });
    thread.stopped = true;
    expect(await handlers['encryption.enter']({ passphrase: 'lion lamp' })).toMatchObject({ ok: false });
    expect(passphrase.encryption()).toEqual({ kind: 'on', passphrase: 'tiger lamp' });
  });
});
