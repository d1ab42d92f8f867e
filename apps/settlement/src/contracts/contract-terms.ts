import { DateTime } from 'luxon';
import type { Fault, Instant, Result } from '#flexoffer';
import {
  REWARD_NAMES,
  WHOLE_SHARE,
  WHOLE_TO_PROSUMER,
  adjustedMethod,
  baselineMethod,
  parseDecimal,
  parseShares,
  type ContractRewards,
  type BaselineTerms,
  type ContractShares,
  type SettlementContract,
} from '#settlement';
import type { ContractBody } from './contract.schema.js';

/** What the market demands of every contract. */
export interface MarketTerms {
  readonly currency: string;
  readonly timeZone: string;
}

/** A contract's content as settlement uses it. */
export interface ContractTerms extends Omit<SettlementContract, 'id' | 'version'> {
  readonly validFrom: Instant;
  /** Exclusive; absent: until further notice. */
  readonly validTo?: Instant;
}

/** One version of a contract, numbered from 1. */
export interface ContractVersion extends ContractTerms {
  readonly id: string;
  readonly version: number;
}

/** Reads a contract, with every fault found. */
export function contractTerms(body: ContractBody, market: MarketTerms): Result<ContractTerms> {
  const faults: Fault[] = [];
  const validFrom = instantIn(body.validFrom, market.timeZone, 'validFrom', faults);
  const validTo =
    body.validTo === undefined ? undefined : instantIn(body.validTo, market.timeZone, 'validTo', faults);
  if (validTo !== undefined && validTo <= validFrom)
    faults.push({ path: 'validTo', message: 'must be later than validFrom' });
  if (body.currency !== market.currency)
    faults.push({ path: 'currency', message: `must be the market's currency, ${market.currency}` });
  const baseline = baselineTerms(body, faults);
  const penaltyPerKwh = priceIn(body.penaltyPerKwh, 'penaltyPerKwh', faults);
  const rewards = rewardsIn(body, faults);
  const shares = sharesIn(body, faults);
  const penaltyCap = penaltyCapIn(body, faults);
  const taxRate = taxRateIn(body, faults);
  if (faults.length > 0) return { ok: false, faults };
  const value: ContractTerms = {
    participantId: body.participantId,
    currency: body.currency,
    ...baseline,
    penaltyPerKwh,
    toleranceWh: body.toleranceWh ?? 0,
    shares,
    ...(penaltyCap === undefined ? {} : { penaltyCap }),
    ...(taxRate === undefined ? {} : { taxRate }),
    validFrom,
    ...(validTo === undefined ? {} : { validTo }),
    ...(body.kind === 'delegated' ? { rewards } : {}),
  };
  return { ok: true, value };
}

function baselineTerms({ baseline }: ContractBody, faults: Fault[]): BaselineTerms {
  const { method: name, adjustment, fallback, outsideLimits } = baseline;
  const method = adjustedMethod(name, adjustment);
  if (!method.ok) faults.push(...method.faults);
  const other = fallback === undefined ? undefined : baselineMethod(fallback);
  if (other?.ok === false)
    faults.push(...other.faults.map(({ message }) => ({ path: 'baseline.fallback', message })));
  const chosen = method.ok ? method.value.name : name;
  if (fallback === chosen) faults.push({ path: 'baseline.fallback', message: 'must be another method' });
  return {
    baselineMethod: chosen,
    ...(fallback === undefined ? {} : { baselineFallback: fallback }),
    ...(outsideLimits === 'refuse' ? { refuseOutsideLimits: true } : {}),
  };
}

/** A date without a time is the start of that local day. */
function instantIn(text: string, zone: string, path: string, faults: Fault[]): Instant {
  const isDate = /^\d{4}-\d\d-\d\d$/.test(text);
  const hasOffset = /T.*(Z|[+-]\d\d(:?\d\d)?)$/.test(text);
  const parsed = DateTime.fromISO(text, { zone });
  if (parsed.isValid && (isDate || hasOffset)) return parsed.toMillis();
  faults.push({ path, message: 'must be an ISO 8601 instant or date' });
  return 0;
}

function priceIn(text: string, path: string, faults: Fault[]): number {
  const parsed = parseDecimal(text);
  const message = 'must be a decimal string from 0 to 1000000 with at most 6 places';
  if (parsed.ok && parsed.value >= 0n && parsed.value <= 10n ** 12n) return Number(parsed.value);
  faults.push({ path, message });
  return 0;
}

/** What the contract does not name earns nothing. */
function rewardsIn({ rewards = {} }: ContractBody, faults: Fault[]): ContractRewards {
  const prices = REWARD_NAMES.map((name) => [name, priceIn(rewards[name] ?? '0', `rewards.${name}`, faults)]);
  return Object.fromEntries(prices) as ContractRewards;
}

function sharesIn({ shares }: ContractBody, faults: Fault[]): ContractShares {
  const parsed = shares === undefined ? undefined : parseShares(shares);
  if (parsed?.ok === false) faults.push(...parsed.faults);
  return parsed?.ok === true ? parsed.value : WHOLE_TO_PROSUMER;
}

/** In parts per million. */
function penaltyCapIn({ penaltyCap }: ContractBody, faults: Fault[]): number | undefined {
  if (penaltyCap === undefined) return undefined;
  const cap = parseDecimal(penaltyCap);
  if (cap.ok && cap.value >= 0n && cap.value <= 1000n * BigInt(WHOLE_SHARE)) return Number(cap.value);
  faults.push({ path: 'penaltyCap', message: 'must be a decimal from 0 to 1000 with at most 6 places' });
  return undefined;
}

/** In parts per million. */
function taxRateIn({ tax }: ContractBody, faults: Fault[]): number | undefined {
  if (tax === undefined) return undefined;
  const rate = parseDecimal(tax.rate);
  if (rate.ok && rate.value >= 0n && rate.value <= BigInt(WHOLE_SHARE)) return Number(rate.value);
  faults.push({ path: 'tax.rate', message: 'must be a decimal from 0 to 1 with at most 6 places' });
  return undefined;
}
