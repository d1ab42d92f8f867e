import { adjusted } from './adjustment/adjusted.js';
import { ratioRule } from './adjustment/ratio-rule.js';
import { high5Of10 } from './high-5-of-10.js';
import { mid8Of10 } from './mid-8-of-10.js';
import { tenOfTen } from './ten-of-ten.js';

/** California ISO's 10-of-10 with its day-of adjustment: 3 hours that end an hour before the event, at most 20 %. */
export const tenOfTenAdjusted = adjusted('10-of-10-adjusted', tenOfTen, ratioRule(12, 4, 20));

/** New York ISO's adjustment: the 2 hours that begin 4 hours before the event, at most 20 %. */
export const high5Of10Adjusted = adjusted('high-5-of-10-adjusted', high5Of10, ratioRule(8, 8, 20));

/** ERCOT adjusts by what was measured before the event too; its window is not public, so that of California is used. */
export const mid8Of10Adjusted = adjusted('mid-8-of-10-adjusted', mid8Of10, ratioRule(12, 4, 20));
