import { isDeepStrictEqual } from 'node:util';
import { readAnyFlexOffer, readFlexOffersNdjson, type FlexOffer, type ReadOptions } from '#flexoffer';
import { WrongResult } from '../benchmark.js';
import type { WorkloadOffer } from '../workload/workload.js';
import type { Batch } from './batch.js';
import { SENDER } from './messages.js';

const OPTIONS: ReadOptions = {
  sign: 'consumption-positive',
  now: 0,
  id: 'none',
  offeredById: SENDER,
  gridNode: 'z.a.cp1',
};

/** The reader of single messages is slow: it is asked for one line of so many. */
const EACH_COMPARED = 10;

const optionsOf = (): ReadOptions => OPTIONS;

/** Reads a body, as a service does: each offer is used and then forgotten. */
export async function readBatch({ pieces }: Batch): Promise<number> {
  let count = 0;
  for await (const { result } of readFlexOffersNdjson(pieces, { optionsOf })) if (result.ok) count += 1;
  return count;
}

/** The reference. */
export function parseBatch({ lines }: Batch): number {
  let count = 0;
  for (const line of lines) if (JSON.parse(line) !== null) count += 1;
  return count;
}

/** @throws WrongResult unless the offers have the energies of the workload and are as the reader of single messages gives them */
export async function checkBatch({ pieces, lines, offers }: Batch): Promise<void> {
  for await (const { line, result } of readFlexOffersNdjson(pieces, { optionsOf })) {
    const [text, offer] = [lines[line - 1], offers[line - 1]];
    if (text === undefined || offer === undefined) throw new WrongResult(`there is no line ${line}`);
    const isCompared = line % EACH_COMPARED === 1;
    if (isCompared && !isDeepStrictEqual(result, readAnyFlexOffer(JSON.parse(text), OPTIONS)))
      throw new WrongResult(`line ${line} gives another offer than its message alone`);
    if (!result.ok || !isSame(result.value, offer)) throw new WrongResult(`line ${line} is read wrongly`);
  }
}

function isSame(read: FlexOffer, offer: WorkloadOffer): boolean {
  return (
    read.id === `fo-${offer.id}` &&
    read.startAfter === offer.startAfterInterval &&
    read.startBefore === offer.startBeforeInterval &&
    isDeepStrictEqual(
      read.slices.map(({ lowerWh }) => lowerWh),
      offer.lowerWh,
    ) &&
    isDeepStrictEqual(
      read.slices.map(({ upperWh }) => upperWh),
      offer.upperWh,
    )
  );
}
