/** As the platform's interfaces write instants. */
export const isoInstant = (instant: number): string => new Date(instant).toISOString();

/** How instants (epoch milliseconds) are written in the market's time zone. */
export interface TimeFormat {
  readonly zone: string;
  /** `14:05` */
  readonly minute: (instant: number) => string;
  /** `14:05:09` */
  readonly second: (instant: number) => string;
  /** `Tue 12 Mar 2024` */
  readonly day: (instant: number) => string;
}

/** @throws RangeError for an unknown zone */
export function timeFormatOf(zone: string): TimeFormat {
  const written = (options: Intl.DateTimeFormatOptions): ((instant: number) => string) => {
    const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...options });
    return (instant) => format.format(instant);
  };
  return {
    zone,
    minute: written({ hour: '2-digit', minute: '2-digit' }),
    second: written({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    day: written({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
  };
}
