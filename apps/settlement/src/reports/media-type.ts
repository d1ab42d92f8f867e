/** What a report can be read as. */
export type ReportFormat = 'application/json' | 'text/csv' | 'application/pdf';

const MATCHES: Readonly<Record<string, ReportFormat>> = {
  'application/json': 'application/json',
  'application/*': 'application/json',
  'application/pdf': 'application/pdf',
  'text/csv': 'text/csv',
  'text/*': 'text/csv',
  '*/*': 'application/json',
};

/**
 * The format that an Accept header prefers (RFC 9110, section 12.5.1): the highest weight first, then the order in
 * which they are named. Undefined if it names none that there is.
 */
export function preferredFormat(accept: string | undefined): ReportFormat | undefined {
  if (accept === undefined || accept.trim() === '') return 'application/json';
  const ranges = accept.split(',').map((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return { format: MATCHES[type], weight: weight === undefined ? 1 : Number(weight) };
  });
  return ranges
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .find(({ format }) => format)?.format;
}
