/** For specs: a small message as a device sends it (08:00 on 5 January 2026 is interval 1964000). */
export function aMessage(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    startAfterTime: '2026-01-05T08:00:00Z',
    startBeforeTime: '2026-01-05T09:00:00Z',
    flexOfferProfileConstraints: [{ energyConstraintList: [{ lower: 0, upper: 1 }] }],
    ...changes,
  };
}
