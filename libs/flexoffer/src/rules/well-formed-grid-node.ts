import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';

const PATH = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/;

/** The grid node is a path of labels joined by dots (`z.a.cp1`), so that its zones are its prefixes. */
export function wellFormedGridNode({ gridNode }: FlexOffer): Fault[] {
  if (gridNode.length <= 255 && PATH.test(gridNode)) return [];
  return [
    {
      path: 'locationID',
      message: 'must be a path of letters, digits, _ and - with dots between, such as z.a.cp1',
    },
  ];
}
