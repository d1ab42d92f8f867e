/** Small numbers for the names of categories, for as long as there are offers of them. */
export class Categories {
  private readonly numbers = new Map<string, number>();
  private readonly names: (string | undefined)[] = [];
  /** How many offers there are of each. */
  private readonly counts: number[] = [];
  private readonly free: number[] = [];
  private readonly unused = new Set<number>();

  /** The number of a category that has one offer more. */
  acquire(name: string): number {
    const number = this.numbers.get(name) ?? this.assign(name);
    this.counts[number] = (this.counts[number] ?? 0) + 1;
    return number;
  }

  /** The category has one offer less. */
  release(number: number): void {
    const count = (this.counts[number] ?? 0) - 1;
    this.counts[number] = count;
    if (count === 0) this.unused.add(number);
  }

  nameOf(number: number): string {
    const name = this.names[number];
    if (name === undefined) throw new Error(`no category ${number}`);
    return name;
  }

  /** Lets others have the numbers of categories without offers; until then a number means what it meant. */
  sweep(): void {
    for (const number of this.unused) {
      if (this.counts[number] !== 0) continue;
      this.numbers.delete(this.nameOf(number));
      this.names[number] = undefined;
      this.free.push(number);
    }
    this.unused.clear();
  }

  private assign(name: string): number {
    const number = this.free.pop() ?? this.names.length;
    this.names[number] = name;
    this.counts[number] = 0;
    this.numbers.set(name, number);
    return number;
  }
}
