/** The longest profile (and start window) that is taken: seven days of market intervals. */
export const MOST_INTERVALS = 672;
