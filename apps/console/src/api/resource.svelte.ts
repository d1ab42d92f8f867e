import { Failure } from './failure.js';

/** Something read from the platform again and again: its last good value, and why the last reading failed. */
export class Resource<T> {
  value: T = $state.raw() as T;
  failure: Failure | undefined = $state.raw();
  loaded = $state(false);
  readonly #read: () => Promise<T>;
  #readings = 0;

  constructor(initial: T, read: () => Promise<T>) {
    this.value = initial;
    this.#read = read;
  }

  /** Reads anew. An answer that was overtaken by a later reading (of another day, say) is dropped. */
  async refresh(): Promise<void> {
    const reading = ++this.#readings;
    try {
      const value = await this.#read();
      if (reading !== this.#readings) return;
      this.value = value;
      this.failure = undefined;
      this.loaded = true;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (reading === this.#readings) this.failure = error;
    }
  }

  /** Forgets what was read, and a reading under way. */
  reset(value: T): void {
    this.#readings += 1;
    this.value = value;
    this.failure = undefined;
    this.loaded = false;
  }
}
