import { Command, InvalidArgumentError } from 'commander';
import type { BenchmarkResult } from './benchmark.js';
import { BENCHMARKS } from './benchmarks.js';
import { jsonReport, tableReport } from './report.js';

interface Options {
  readonly json?: true;
  readonly size?: number;
}

/** The exit code of a command line that asks for something that does not exist. */
const WRONG_COMMAND_LINE = 2;

const program = new Command('bench')
  .description('measures the platform; each figure is the median of several runs, beside a reference')
  .argument('<name>', 'which benchmark', knownName)
  .option('--json', 'one line of JSON at the end')
  .option('--size <n>', 'only this size', wholeNumber)
  .addHelpText('after', `\nBenchmarks:\n${[...BENCHMARKS].map(describe).join('\n')}`)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : WRONG_COMMAND_LINE))
  .action(run);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}

async function run(name: string, { json, size }: Options): Promise<void> {
  const benchmark = BENCHMARKS.get(name);
  if (benchmark === undefined) throw new Error(`no benchmark ${name}`);
  const results: BenchmarkResult[] = [];
  for (const each of size === undefined ? benchmark.sizes : [size])
    results.push(
      ...(await benchmark.run(each, (line) => process.stderr.write(`${name} ${each}: ${line}\n`))),
    );
  process.stdout.write(`${json ? jsonReport(name, results) : tableReport(name, results)}\n`);
}

function knownName(name: string): string {
  if (!BENCHMARKS.has(name))
    throw new InvalidArgumentError(`There are only: ${[...BENCHMARKS.keys()].join(', ')}.`);
  return name;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number) || number < 1)
    throw new InvalidArgumentError('It must be a whole number of at least 1.');
  return number;
}

function describe([name, { summary, sizes }]: [
  string,
  { summary: string; sizes: readonly number[] },
]): string {
  return `  ${name.padEnd(16)}${summary} (sizes ${sizes.join(', ')})`;
}
