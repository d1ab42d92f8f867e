/** One server-sent event. */
export interface ServerEvent {
  readonly id: string;
  readonly event: string;
  readonly data: string;
}

/**
 * Takes a `text/event-stream` apart, as the HTML standard (section 9.2.6) says, in whatever pieces it arrives.
 * A piece may end anywhere, even between the two characters of a CRLF. An event at the end without its blank
 * line is not complete and is never given out.
 */
export class EventParser {
  /** The last id seen: what to ask for after a lost connection. It holds for later events without an id too. */
  lastEventId = '';
  /** Milliseconds to wait before connecting anew, once the server has said so. */
  retry: number | undefined;
  #rest = '';
  #started = false;
  #event = '';
  #data: string[] = [];

  /** The events completed by this piece. */
  push(piece: string): ServerEvent[] {
    let text = this.#rest + piece;
    if (!this.#started && text !== '') {
      this.#started = true;
      if (text.startsWith('\uFEFF')) text = text.slice(1);
    }
    // A CR at the very end may be the first half of a CRLF: it waits for the next piece.
    const lines = text.split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.#take(line));
  }

  #take(line: string): ServerEvent[] {
    if (line === '') return this.#complete();
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'event') this.#event = value;
    else if (name === 'data') this.#data.push(value);
    else if (name === 'id' && !value.includes('\0')) this.lastEventId = value;
    else if (name === 'retry' && /^\d+$/.test(value)) this.retry = Number(value);
    return [];
  }

  #complete(): ServerEvent[] {
    const data = this.#data;
    const event = this.#event === '' ? 'message' : this.#event;
    this.#data = [];
    this.#event = '';
    return data.length === 0 ? [] : [{ id: this.lastEventId, event, data: data.join('\n') }];
  }
}
