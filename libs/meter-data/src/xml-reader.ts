/** What is needed of a parser of XML, whether or not it knows namespaces. */
interface PieceParser {
  readonly line: number;
  write(piece: string): unknown;
  close(): unknown;
}

/** Reads a document piece by piece and hands out its items as they become complete; after `stop` nothing is read. */
export abstract class XmlReader<Item> {
  protected abstract readonly parser: PieceParser;
  protected isOver = false;
  private items: Item[] = [];

  /** The items that have become complete. */
  write(piece: string): Item[] {
    if (!this.isOver) this.parser.write(piece);
    return this.handOver();
  }

  /** The last items. */
  close(): Item[] {
    if (!this.isOver) this.parser.close();
    return this.handOver();
  }

  protected abstract refusal(line: number, reason: string): Item;

  protected add(...items: readonly Item[]): void {
    this.items.push(...items);
  }

  protected refuse(reason: string): void {
    this.add(this.refusal(this.parser.line, reason));
  }

  /** Refuses the rest of the document. */
  protected stop(reason: string): void {
    if (this.isOver) return;
    this.isOver = true;
    this.refuse(reason);
  }

  /** What the parser calls malformed, without the place, which a refusal has already. */
  protected stopMalformed({ message }: Error): void {
    this.stop(message.replace(/^\d+:\d+: /, ''));
  }

  private handOver(): Item[] {
    const { items } = this;
    this.items = [];
    return items;
  }
}
