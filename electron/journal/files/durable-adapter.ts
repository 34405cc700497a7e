import type { Adapter } from 'lowdb';
import { writeDurably } from './durable-file';
import type { Fs } from './fs';
import { encodeVolume, type VolumeData } from './volume-format';

/**
 * lowdb's adapter for one volume: writes through the durable file. Reading is `volume-reader.ts`, which tells a sound
 * file from one that was edited or damaged; lowdb asks for it only through `read`.
 */
export class DurableAdapter implements Adapter<VolumeData> {
  constructor(
    private readonly fs: Fs,
    private readonly path: string,
    private readonly readVolume: () => Promise<VolumeData | null>,
    private readonly mayReplace: () => Promise<void>,
  ) {}

  read(): Promise<VolumeData | null> {
    return this.readVolume();
  }

  write(data: VolumeData): Promise<void> {
    const { mayReplace } = this;
    return writeDurably(this.fs, this.path, encodeVolume(data), { mayReplace });
  }
}
