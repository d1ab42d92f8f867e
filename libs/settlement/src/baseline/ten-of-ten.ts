import { likeDayMethod } from './like-day-method.js';

/** The mean of the 10 latest like days. Source of the rule: California ISO's 10-of-10, without its day-of adjustment. */
export const tenOfTen = likeDayMethod('10-of-10', (ascending) => ascending);
