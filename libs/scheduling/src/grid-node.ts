/** Whether `node` is `ancestor` or hangs below it: paths of dots, so `z.a.cp1` is below `z.a` and `z.ab` is not. */
export function isAtOrBelow(node: string, ancestor: string): boolean {
  return node === ancestor || node.startsWith(`${ancestor}.`);
}
