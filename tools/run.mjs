#!/usr/bin/env node
// What every command needs first, with nothing but Node.js and npm: dependencies and a build.
//   node tools/run.mjs PROGRAM [ARGUMENT ...]     for example: dist/apps/atp/src/main.js start
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const calledFrom = process.cwd();
process.chdir(root);

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  fail(`Node.js 20.19 or newer is needed; this is ${process.version}.`);

installDependencies();
build();
const [program, ...rest] = process.argv.slice(2);
// Room for young objects, in MB: what a large message leaves behind is gone before it counts as old, so that the
// collector, which takes as many processors as there are, has less to do while a gate closes.
if (program)
  run(process.execPath, ['--enable-source-maps', '--max-semi-space-size=64', join(root, program), ...rest]);

/**
 * The mark is written only when an install has finished; what an interrupted one left is removed. Not `npm ci`:
 * it refuses a lock file that lacks optional packages of other platforms, which some registries do not hold.
 */
function installDependencies() {
  const mark = 'node_modules/.installed';
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  step('Installing dependencies (once; about half a minute)');
  if (!existsSync(mark)) rmSync('node_modules', { recursive: true, force: true });
  quietly('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(mark, wanted);
}

function build() {
  const serverMark = 'dist/.server-built';
  if (newest(['apps', 'libs', 'bench'], 'apps/console') > timeOf(serverMark)) {
    step('Building the services');
    quietly('npm', ['run', '-s', 'build:server']);
    mark(serverMark);
  }
  const consoleMark = 'dist/.console-built';
  if (existsSync('apps/console/vite.config.ts') && newest(['apps/console']) > timeOf(consoleMark)) {
    step('Building the pages');
    quietly('npm', ['run', '-s', 'build:console']);
    mark(consoleMark);
  }
}

function mark(path) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
}

function timeOf(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

function newest(folders, except) {
  let latest = statSync('package-lock.json').mtimeMs;
  for (const folder of folders) {
    if (folder === except || !existsSync(folder)) continue;
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      const time = entry.isDirectory() ? newest([path], except) : statSync(path).mtimeMs;
      if (path !== except && time > latest) latest = time;
    }
  }
  return latest;
}

function step(text) {
  process.stderr.write(`${text} ...\n`);
}

/** Shows what a step said only if it failed. */
function quietly(command, args) {
  const result = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (result.status !== 0)
    fail(`${command} ${args.join(' ')} failed:\n${result.stdout ?? ''}${result.stderr ?? result.error}`);
}

/** Runs the program in this one's place: hands on what ends it (Ctrl-C reaches it by itself), ends as it does.
 * Where it was called is where it looks for the files that it is told of. */
function run(command, args) {
  const child = spawn(command, args, { stdio: 'inherit', cwd: calledFrom });
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.once('error', (error) => fail(String(error)));
  child.once('exit', (code) => process.exit(code ?? 1));
}

function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
