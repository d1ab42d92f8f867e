import type { Answer } from '../api/answer.js';

export interface GridNode {
  readonly id: string;
  readonly kind: string;
}

export const decodeGridNode = (answer: Answer): GridNode => ({
  id: answer.text('id'),
  kind: answer.text('kind'),
});

/** Whether `node` is `zone` or lies below it: ids are paths, `z.a.cp1` lies below `z.a` and not below `z.ab`. */
export const isWithin = (node: string, zone: string): boolean => node === zone || node.startsWith(`${zone}.`);
