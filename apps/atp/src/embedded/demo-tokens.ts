import type { EmbeddedPlatform } from './embedded-platform.js';

const PEOPLE = ['operator', 'dso', 'auditor', 'aggregator'];

/** Issues a token for each role of the demo community, so that a visitor can look through their eyes. */
export async function issueTokens(platform: EmbeddedPlatform): Promise<string> {
  const lines: string[] = [];
  for (const participantId of PEOPLE) {
    const response = await fetch(`${platform.url}/admin/v1/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${platform.adminToken}` },
      body: JSON.stringify({ participantId }),
    });
    if (!response.ok) throw new Error(`no token for ${participantId}: ${await response.text()}`);
    const { token } = (await response.json()) as { token: string };
    lines.push(`  ${participantId.padEnd(11)} ${platform.url}/#token=${token}`);
  }
  return `\nThe day is over; the platform stays up. Look at it as\n${lines.join('\n')}\n`;
}
