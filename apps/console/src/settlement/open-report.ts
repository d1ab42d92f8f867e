import type { PlatformApi } from '../api/platform-api.js';
import { after } from '../clock.js';

export type ReportFormat = 'json' | 'csv';

const MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = { json: 'application/json', csv: 'text/csv' };

/** Long enough for the browser to have taken the content over. */
const KEPT_MILLISECONDS = 60_000;

export const reportPath = (reportId: string): string =>
  `/settlement/v1/reports/${encodeURIComponent(reportId)}`;

/**
 * Shows a report in a new tab (JSON) or saves it (CSV). A plain link cannot carry the token, so the report is
 * fetched first.
 *
 * @throws Failure
 */
export async function openReport(api: PlatformApi, reportId: string, format: ReportFormat): Promise<void> {
  const response = await api.fetch(reportPath(reportId), { accept: MEDIA_TYPES[format] });
  const content = new Blob([await response.arrayBuffer()], { type: `${MEDIA_TYPES[format]};charset=utf-8` });
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  if (format === 'csv') link.download = `${reportId}.csv`;
  else link.target = '_blank';
  link.click();
  after(KEPT_MILLISECONDS, () => URL.revokeObjectURL(address));
}
