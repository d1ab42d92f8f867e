/**
 * The version of the code that settles, as in `package.json`. It stands beside every report, since a figure can only
 * be computed again by code with the same rules.
 */
export const CODE_VERSION = '0.1.0';

/** The versions whose rules are those of this code. A version that changes a figure starts this list anew. */
export const RECOMPUTED_VERSIONS: readonly string[] = [CODE_VERSION];
