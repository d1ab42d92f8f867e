import { SaxesParser, type SaxesTagNS } from 'saxes';
import { parseInstant, type Instant } from '#flexoffer';
import { refusal, type MeterItem } from '../meter-value.js';
import { XmlReader } from '../xml-reader.js';
import { readMeteringData, type MeteringData, type Observation } from './metering-data.js';

const NAMESPACE = 'http://www.strom.ch';
const ROOT = /^ValidatedMeteredData_(12|13|14)$/;
/** No name, code, instant or number of such a document is longer. */
const LONGEST_TEXT = 200;
const MOST_DEPTH = 20;
/** A document is not read on after so many rows of one metering point: a year has 35,136. */
const MOST_OBSERVATIONS = 40_000;

const STATUS: ReadonlyMap<string, string> = new Map([
  ['9', 'original'],
  ['5', 'replacement'],
]);

type Texts = Map<string, string>;

/**
 * Reads validated meter data of Swiss grid operators (SDAT-CH, ebIX E66, schemas 1.2 to 1.4) piece by piece: whatever the
 * length of the document, one metering point's part of it is in memory.
 *
 * ```
 * write(piece) ──▶ values and refusals of every MeteringData that has ended in it
 * close()      ──▶ the rest, and a refusal if the document is cut off
 * ```
 * Values of a MeteringData that is complete stay good if the document breaks off later. A document type definition, an
 * unknown entity, another namespace or another kind of document ends it at once: nothing after that is read.
 */
export class E66Reader extends XmlReader<MeterItem> {
  protected readonly parser = new SaxesParser({ xmlns: true });
  private readonly path: string[] = [];
  private text = '';
  private createdAt: Instant | undefined;
  private isE66 = false;
  private isReplacement = false;
  private head: Texts = new Map();
  private headLine = 0;
  private row: Texts = new Map();
  private rowLine = 0;
  private observations: Observation[] = [];

  /** @param now nothing after it can have been measured */
  constructor(private readonly now: Instant) {
    super();
    this.parser.on('doctype', () => this.stop('a document type definition is not allowed'));
    this.parser.on('error', (error) => this.stopMalformed(error));
    this.parser.on('opentag', (tag) => this.open(tag));
    this.parser.on('text', (text) => this.take(text));
    this.parser.on('cdata', (text) => this.take(text));
    this.parser.on('closetag', (tag) => this.closeTag(tag));
  }

  protected refusal(line: number, reason: string): MeterItem {
    return refusal(line, reason);
  }

  private open({ local, uri }: SaxesTagNS): void {
    if (this.isOver) return;
    if (this.path.length === 0) {
      if (uri !== NAMESPACE) return this.stop(`the namespace is ${uri || 'missing'} instead of ${NAMESPACE}`);
      if (!ROOT.test(local)) return this.stop(`${local} is not validated meter data of schema 1.2 to 1.4`);
    }
    if (this.path.length === MOST_DEPTH) return this.stop('the document is nested too deeply');
    this.path.push(local);
    this.text = '';
    if (local === 'MeteringData') this.begin();
    if (local === 'Observation') {
      this.row = new Map();
      this.rowLine = this.parser.line;
    }
  }

  private begin(): void {
    this.head = new Map();
    this.headLine = this.parser.line;
    this.observations = [];
    if (this.createdAt === undefined)
      this.stop('InstanceDocument has no Creation before the first MeteringData');
    else if (!this.isE66) this.stop('DocumentType is not E66');
  }

  private take(text: string): void {
    if (this.isOver) return;
    this.text += text;
    if (this.text.trim().length > LONGEST_TEXT) this.stop(`${this.path.at(-1) ?? 'a text'} is too long`);
  }

  private closeTag({ local }: SaxesTagNS): void {
    if (this.isOver) return;
    const text = this.text.trim();
    this.text = '';
    const parent = this.path.at(-2) ?? '';
    this.path.pop();
    if (local === 'Observation') this.endObservation();
    else if (local === 'MeteringData') this.endMeteringData();
    else if (this.path.includes('Observation')) this.row.set(local, text);
    else if (this.path.includes('MeteringData')) this.head.set(`${parent}/${local}`, text);
    else this.readHeader(`${parent}/${local}`, text);
  }

  private readHeader(name: string, text: string): void {
    if (name === 'DocumentType/ebIXCode') this.isE66 = text === 'E66';
    if (name === 'InstanceDocument/Status') {
      if (!STATUS.has(text)) return this.stop(`Status ${text} is neither 9 (original) nor 5 (replacement)`);
      this.isReplacement = STATUS.get(text) === 'replacement';
    }
    if (name !== 'InstanceDocument/Creation') return;
    this.createdAt = parseInstant(text);
    if (this.createdAt === undefined) this.stop(`Creation ${text} is not an instant with an offset`);
    else if (this.createdAt > this.now) this.stop(`Creation ${text} is in the future`);
  }

  private endObservation(): void {
    const of = (name: string): string => this.row.get(name) ?? '';
    this.observations.push({
      line: this.rowLine,
      sequence: of('Sequence'),
      volume: of('Volume'),
      condition: of('Condition'),
    });
    if (this.observations.length > MOST_OBSERVATIONS) this.stop('a MeteringData has too many observations');
  }

  private endMeteringData(): void {
    const of = (name: string): string => this.head.get(name) ?? '';
    const produced = of('ProductionMeteringPoint/VSENationalID');
    const data: MeteringData = {
      line: this.headLine,
      documentId: of('MeteringData/DocumentID'),
      start: of('Interval/StartDateTime'),
      end: of('Interval/EndDateTime'),
      resolution: of('Resolution/Resolution'),
      resolutionUnit: of('Resolution/Unit'),
      meteringPoint: produced === '' ? of('ConsumptionMeteringPoint/VSENationalID') : produced,
      direction: produced === '' ? 'import' : 'export',
      product: of('Product/ID'),
      unit: of('Product/MeasureUnit'),
      observations: this.observations,
    };
    const document = { createdAt: this.createdAt ?? 0, isReplacement: this.isReplacement };
    for (const item of readMeteringData(data, document, this.now)) this.add(item);
  }
}
