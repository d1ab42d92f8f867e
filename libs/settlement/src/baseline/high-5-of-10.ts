import { likeDayMethod } from './like-day-method.js';

/**
 * The mean of the 5 days of the highest energy among the 10 latest like days. The family is New York ISO's, which
 * ranks days by their energy in the event's hours; here the whole day ranks, so that one baseline serves all
 * events of a day. Biased upward by design: what it pays for includes some of what the like days only happened
 * to have more.
 */
export const high5Of10 = likeDayMethod('high-5-of-10', (ascending) => ascending.slice(-5));
