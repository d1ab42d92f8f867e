import type { EmbeddedPlatform } from './embedded-platform.js';

/** Where to look and with which credentials. */
export function banner(platform: EmbeddedPlatform, withDemo: boolean): string {
  const { url, adminToken } = platform;
  return `
FlexOffer Automatic Trading Platform

  The day at a glance   ${url}/#token=${adminToken}
  Try the interfaces    ${url}/docs
  Health, metrics       ${url}/health/ready   ${url}/metrics
  Administrator's token ${adminToken}
  Files                 ${platform.data.path}

${withDemo ? 'A demo day is being replayed: watch it on the first page. ' : 'The platform is empty: register participants under /admin/v1. '}Stop with Ctrl-C.

`;
}
