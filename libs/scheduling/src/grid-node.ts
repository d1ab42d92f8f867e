/** Whether `node` is `ancestor` or hangs below it: paths of dots, so `z.a.cp1` is below `z.a` and `z.ab` is not. */
export function isAtOrBelow(node: string, ancestor: string): boolean {
  return node === ancestor || node.startsWith(`${ancestor}.`);
}

/** The node with all nodes above it, from the root on: `z`, `z.a` and `z.a.cp1` for `z.a.cp1`. */
export function pathTo(node: string): string[] {
  const names = node.split('.');
  return names.map((_, index) => names.slice(0, index + 1).join('.'));
}
