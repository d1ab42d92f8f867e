import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

/** `npx vite build apps/console` makes this folder the root; the platform serves the output at `/`. */
export default defineConfig({
  base: './',
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
  build: { outDir: '../../dist/apps/console', emptyOutDir: true, target: 'es2022' },
});
