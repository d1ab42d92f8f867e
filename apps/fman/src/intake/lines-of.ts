import { Problem } from '#problem-details';

/**
 * The lines of a text that arrives in pieces, without empty ones. Only the line under way is kept in memory.
 *
 * @param longest in characters
 * @throws Problem 413 for a longer line
 */
export async function* linesOf(
  pieces: AsyncIterable<Buffer | string>,
  longest: number,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let begun = '';
  for await (const piece of pieces) {
    const text = typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
    const lines = (begun + text).split('\n');
    begun = lines.pop() ?? '';
    for (const line of lines) if (isLine(line, longest)) yield line;
    isLine(begun, longest);
  }
  begun += decoder.decode();
  if (isLine(begun, longest)) yield begun;
}

function isLine(line: string, longest: number): boolean {
  if (line.length > longest)
    throw new Problem(
      413,
      'Body too large',
      `A line is longer than the ${longest} characters that are read.`,
    );
  return line.trim() !== '';
}
