import { likeDayMethod } from './like-day-method.js';

/**
 * The mean of the 10 latest like days without the one of the lowest and the one of the highest energy. Source of
 * the rule: ERCOT's baseline methodologies for demand response ("middle 8-of-10 preceding like days").
 */
export const mid8Of10 = likeDayMethod('mid-8-of-10', (ascending) => ascending.slice(1, -1));
