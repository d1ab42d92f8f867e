import { jsonRow, LONGEST_ROW, tooLong, type Row } from './rows.js';

/** Everything that can change where an element ends. */
const MARKS = /[[\]{}",\\]/g;
const isBlank = (text: string): boolean => text.trim() === '';

/**
 * Cuts the elements out of the text of a JSON array, piece by piece, by its brackets and quotes alone; what is between
 * them is for the JSON parser. An element that is longer than a row can be is not kept.
 *
 * ```
 *       [ {"a":[1]} , "x,y" , 2 ]
 * depth 1 2    3 21           1 0      commas count at depth 1, outside of texts
 * ```
 */
export class ArrayElements {
  /** Of the brackets that are open; undefined before the first. */
  private depth: number | undefined;
  private inText = false;
  /** The next piece begins with what a backslash is for. */
  private isEscaped = false;
  private line = 1;
  private element = '';
  private isOverlong = false;

  /** The elements that end in this text. @returns undefined where there is no array */
  take(text: string): Row[] | undefined {
    const rows: Row[] = [];
    let from = 0;
    MARKS.lastIndex = this.isEscaped ? 1 : 0;
    if (text !== '') this.isEscaped = false;
    for (let mark = MARKS.exec(text); mark !== null && this.depth !== 0; mark = MARKS.exec(text)) {
      const at = mark.index;
      if (this.depth === undefined) {
        if (mark[0] !== '[' || this.isOverlong || !isBlank(this.element + text.slice(0, at)))
          return undefined;
        this.depth = 1;
        this.element = '';
        from = at + 1;
      } else if (this.isEnd(mark[0])) {
        this.keep(text.slice(from, at));
        this.close(rows);
        from = at + 1;
      } else if (mark[0] === '\\' && this.inText) {
        MARKS.lastIndex = at + 2;
        this.isEscaped = at + 1 === text.length;
      }
    }
    this.keep(text.slice(from));
    return rows;
  }

  /** What is wrong with the end, if anything is. @returns undefined where there is no array */
  end(): Row[] | undefined {
    if (this.depth === undefined) return undefined;
    if (this.depth > 0) return [{ line: this.line, unreadable: 'is where the array breaks off' }];
    if (isBlank(this.element) && !this.isOverlong) return [];
    return [{ line: this.line, unreadable: 'comes after the end of the array' }];
  }

  /** Whether a mark inside of the array ends an element. */
  private isEnd(mark: string): boolean {
    const depth = this.depth ?? 0;
    if (mark === '"') this.inText = !this.inText;
    if (this.inText || mark === '"') return false;
    if (mark === '[' || mark === '{') this.depth = depth + 1;
    if (mark === ']' || (mark === '}' && depth > 1)) this.depth = depth - 1;
    return (mark === ',' && depth === 1) || this.depth === 0;
  }

  private keep(text: string): void {
    this.element += text;
    if (this.element.length <= LONGEST_ROW) return;
    this.isOverlong = true;
    this.element = '';
  }

  private close(rows: Row[]): void {
    const isEmptyArray = this.line === 1 && this.depth === 0 && isBlank(this.element) && !this.isOverlong;
    if (!isEmptyArray) {
      rows.push(this.isOverlong ? tooLong(this.line) : jsonRow(this.line, this.element));
      this.line += 1;
    }
    this.element = '';
    this.isOverlong = false;
  }
}
