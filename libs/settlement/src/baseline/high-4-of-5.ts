import { additiveRule } from './adjustment/additive-rule.js';
import { adjusted } from './adjustment/adjusted.js';
import { likeDayMethod } from './like-day-method.js';
import { LOOK_BACK_DAYS } from './like-days.js';

const HIGH_4_OF_5 = likeDayMethod('high-4-of-5', (ascending) => ascending.slice(1), {
  count: 5,
  lookBackDays: LOOK_BACK_DAYS,
  leastPercentOfMean: 25,
});

/**
 * The mean of the 4 days of the highest energy among the 5 latest like days, days below a quarter of their mean left
 * out, plus the mean difference of the 3 hours that end an hour before the event. After PJM's economic load response;
 * PJM ranks days by the event's hours and takes 3 days for a weekend: here the whole day ranks and 5 are always taken.
 */
export const high4Of5Additive = adjusted('high-4-of-5-additive', HIGH_4_OF_5, additiveRule(12, 4, 20));
