/** How much work was done: intervals of units looked at. The same everywhere, unlike time. */
export class Effort {
  used = 0;
}
