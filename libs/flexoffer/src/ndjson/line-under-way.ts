/** The beginning of a line whose end has not arrived yet; never holds more than `longest` bytes. */
export class LineUnderWay {
  private bytes = new Uint8Array(0);
  private length = 0;
  private tooLong = false;

  constructor(private readonly longest: number) {}

  get isEmpty(): boolean {
    return this.length === 0 && !this.tooLong;
  }

  append(piece: Uint8Array): void {
    const length = this.length + piece.length;
    this.tooLong ||= length > this.longest;
    if (this.tooLong) {
      this.length = 0;
      return;
    }
    if (length > this.bytes.length) this.growTo(length);
    this.bytes.set(piece, this.length);
    this.length = length;
  }

  /** The line so far, or undefined if it was too long; the next line begins. Valid until then something is appended. */
  take(): Uint8Array | undefined {
    const line = this.tooLong ? undefined : this.bytes.subarray(0, this.length);
    this.length = 0;
    this.tooLong = false;
    return line;
  }

  /** At least doubles, so that a line that arrives byte by byte is not copied once for each of them. */
  private growTo(length: number): void {
    const bytes = new Uint8Array(Math.min(Math.max(length, 2 * this.bytes.length), this.longest));
    bytes.set(this.bytes.subarray(0, this.length));
    this.bytes = bytes;
  }
}
