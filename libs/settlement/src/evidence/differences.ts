/** A figure that is not what it should be; a figure that is not there is undefined. */
export interface Difference {
  /** As in faults: `lines[3].amount`. */
  readonly path: string;
  readonly reported: unknown;
  readonly recomputed: unknown;
}

/** Every leaf in which two JSON values differ, with its path below `path`. Empty if they are equal. */
export function differences(path: string, reported: unknown, recomputed: unknown): Difference[] {
  if (reported === recomputed) return [];
  if (!isContainer(reported) || !isContainer(recomputed)) return [{ path, reported, recomputed }];
  if (Array.isArray(reported) !== Array.isArray(recomputed)) return [{ path, reported, recomputed }];
  const inside = Array.isArray(reported)
    ? (key: string) => `${path}[${key}]`
    : (key: string) => `${path}.${key}`;
  const [left, right] = [new Map(Object.entries(reported)), new Map(Object.entries(recomputed))];
  const keys = new Set([...left.keys(), ...right.keys()]);
  return [...keys].flatMap((key) => differences(inside(key), left.get(key), right.get(key)));
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
