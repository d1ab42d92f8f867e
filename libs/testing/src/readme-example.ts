import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { transform } from '@swc/core';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** The first program of a README and what the README says that it prints. */
export interface ReadmeExample {
  readonly printed: string;
  readonly shown: string;
}

/**
 * Runs the first `ts` block of a README as a program of its own against the built libraries, as a reader would who
 * pastes it, and gives what it prints beside the `text` block that follows it.
 *
 * @param readme path from the root of the project
 * @throws Error if there are no such blocks or the program fails
 */
export async function runReadmeExample(readme: string): Promise<ReadmeExample> {
  const text = await readFile(join(ROOT, readme), 'utf8');
  const [, program, shown] = /```ts\n([\s\S]*?)```[\s\S]*?```text\n([\s\S]*?)```/.exec(text) ?? [];
  if (program === undefined || shown === undefined)
    throw new Error(`${readme} has no ts block with a text block behind it`);
  const { code } = await transform(program, {
    isModule: true,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  });
  // Below dist, so that #flexoffer means the built library.
  const directory = join(ROOT, 'dist', 'readme-examples');
  await mkdir(directory, { recursive: true });
  const file = join(directory, `${basename(dirname(readme))}.js`);
  await writeFile(file, code);
  const { stdout } = await promisify(execFile)(process.execPath, [file], { cwd: ROOT });
  return { printed: stdout, shown };
}
