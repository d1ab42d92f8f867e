import type { TestPlatform } from '#testing';

/** A running platform, known by its HTTP interfaces alone. */
export interface PlatformUnderTest {
  readonly request: TestPlatform['request'];
  close(): Promise<void>;
}

/** Market time at which the platforms of these tests start: a Wednesday, 09:00 in Luxembourg. */
export const START = Date.parse('2024-01-31T08:00:00Z');

/** Settings of the demo day, without a DOMS: requests are posted. */
export const SETTINGS: NodeJS.ProcessEnv = {
  ATP_SIMULATED_TIME: new Date(START).toISOString(),
  ATP_GATE_INTERVAL_SECONDS: '300',
  ATP_PUBLICATION_LEAD_SECONDS: '60',
};
