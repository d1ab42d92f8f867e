/**
 * The document with the text between `<!-- begin NAME -->` and `<!-- end NAME -->` replaced.
 *
 * @throws RangeError if the document has no such section
 */
export function withSection(document: string, name: string, text: string): string {
  const begin = `<!-- begin ${name} -->`;
  const from = document.indexOf(begin);
  const to = document.indexOf(`<!-- end ${name} -->`);
  if (from < 0 || to < from) throw new RangeError(`the document has no section ${name}`);
  return `${document.slice(0, from + begin.length)}\n\n${text}\n\n${document.slice(to)}`;
}
