#!/usr/bin/env node
// The command line as `npx atp COMMAND`: installs and builds what is missing, then runs it.
process.argv.splice(2, 0, 'dist/apps/atp/src/main.js');
await import('./run.mjs');
