import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CODE_VERSION, RECOMPUTED_VERSIONS } from './code-version.js';

describe('the version of the code', () => {
  it('ST-06 is that of the package, and can be computed again', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(CODE_VERSION).toBe(version);
    expect(RECOMPUTED_VERSIONS).toContain(CODE_VERSION);
  });
});
