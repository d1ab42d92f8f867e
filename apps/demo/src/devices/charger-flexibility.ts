import type { WattHours } from '#flexoffer';
import type { Charger } from '../community/chargers.js';
import { CHARGER_PRICE } from '../community/site-kind.js';
import type { Flexibility } from './flexibility.js';

/** Half an hour for the market, then a quarter-hour to hand down the schedule. */
const MINUTES_TO_TRADE = 30;
const QUARTERS_BEFORE_START = 3;

/** Quarter-hours that the profile may last longer than charging at full power. */
const SPARE_QUARTERS = 4;

/**
 * A session as a FlexOffer: all of its energy between plug-in and plug-out, at no more than the charger's power.
 * Absent if the car must charge all the time that is left; then it charges as it always did.
 *
 * ```
 * plug-in  offer        startAfter                  startBefore              plug-out
 *    |-----|-------------|===========================|------------------------|
 *             45 min      <- default: at once                <- n slices ->
 * ```
 */
export function chargerFlexibility(charger: Charger): Flexibility | undefined {
  const startAfter = charger.pluggedIn + QUARTERS_BEFORE_START;
  const needed = Math.ceil(charger.energyWh / charger.maximumWh);
  const available = charger.pluggedOut - startAfter;
  if (available <= needed) return undefined;
  const length = Math.min(needed + SPARE_QUARTERS, available);
  return {
    flexibilityId: `${charger.prosumer.deviceId}-${charger.sessionId}`,
    offeredAt: charger.pluggedIn,
    minutesToTrade: MINUTES_TO_TRADE,
    startAfter,
    startBefore: charger.pluggedOut - length,
    slices: Array.from({ length }, () => ({ lowerWh: 0, upperWh: charger.maximumWh })),
    totalEnergyWh: charger.energyWh,
    defaultWh: atFullPower(charger.energyWh, charger.maximumWh, length),
    price: CHARGER_PRICE,
  };
}

/**
 * Charging from plug-in without any plan. A session that took more than its user's usual power is spread over its
 * whole stay.
 */
export function chargingAtOnce({ energyWh, maximumWh, pluggedIn, pluggedOut }: Charger): WattHours[] {
  const stay = pluggedOut - pluggedIn;
  return atFullPower(energyWh, Math.max(maximumWh, Math.ceil(energyWh / stay)), stay);
}

/** `energyWh` as early as possible in `length` quarter-hours of at most `maximumWh` each. */
function atFullPower(energyWh: WattHours, maximumWh: WattHours, length: number): WattHours[] {
  return Array.from({ length }, (_, index) => Math.max(0, Math.min(maximumWh, energyWh - index * maximumWh)));
}
