import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Command } from 'commander';
import type { LocalDay } from '#settlement';
import { NOTICE } from './baseline-errors.js';
import { firstHalf } from './halves.js';
import { projectRoot, readLoadProfiles, readSiteFile } from './load-profiles.js';
import { measure, methodsFor } from './measure.js';
import { withSection } from './section.js';
import type { Site } from './site.js';
import type { MeasuredSite } from './tables.js';
import { headlineTable, siteTable } from './tables.js';

interface Options {
  readonly length: string;
  readonly zone: string;
  readonly write?: true;
}

new Command('baseline-errors')
  .description('the error of every baseline method on measured sites, as the tables of docs/baselines.md')
  .argument('[files...]', 'gzipped CSV files of other sites, see docs/baselines.md; default: load-profiles')
  .option('--zone <name>', "the files' time zone", 'Europe/Amsterdam')
  .option('--length <n>', 'of the pretended events, in quarters', '8')
  .option('--write', 'into docs/baselines.md instead of to the screen')
  .action(run)
  .parse();

function run(files: readonly string[], { length, zone, write }: Options): void {
  const open = files.length === 0;
  const sites = open ? readLoadProfiles() : files.flatMap((file) => readSiteFile(file, zone));
  const measured = sites.map((site) => measureSite(site, Number(length)));
  const text = open ? openSection(measured) : otherSection(measured, files);
  if (!write) {
    process.stdout.write(`${text}\n`);
    return;
  }
  const path = join(projectRoot(), 'docs/baselines.md');
  const section = open ? 'load-profiles' : 'other-sites';
  writeFileSync(path, withSection(readFileSync(path, 'utf8'), section, text));
}

function measureSite(site: Site, length: number): MeasuredSite {
  process.stderr.write(`${site.name}: ${site.days.length} days\n`);
  const methods = methodsFor(site).map((method) =>
    measure(site, method, site.days, { length, notice: NOTICE }),
  );
  return { site, methods };
}

function openSection(sites: readonly MeasuredSite[]): string {
  const second = (day: LocalDay): boolean => !firstHalf(day);
  return [
    '### The general method, July to December (kept back)',
    headlineTable(sites, second),
    '### The same, January to June (by which parameters were chosen)',
    headlineTable(sites, firstHalf),
    ...sites.flatMap((site) => [`### ${site.site.name}, July to December`, siteTable(site, second)]),
  ].join('\n\n');
}

function otherSection(sites: readonly MeasuredSite[], files: readonly string[]): string {
  const all = (): boolean => true;
  return [
    `### The general method (${files.map((file) => basename(file)).join(', ')}; not used to choose anything)`,
    headlineTable(sites, all),
    ...sites.flatMap((site) => [`### ${site.site.name}`, siteTable(site, all)]),
  ].join('\n\n');
}
