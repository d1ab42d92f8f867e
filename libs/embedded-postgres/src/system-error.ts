/** The code of an operating system's error (`ESRCH`, `ECONNREFUSED`, ...); undefined for anything else. */
export function systemErrorCode(error: unknown): string | undefined {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  return hasCode && typeof error.code === 'string' ? error.code : undefined;
}
