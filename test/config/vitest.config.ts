import { fileURLToPath } from 'node:url';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));
const shared = { root, resolve: { alias: { '@': root.replace(/\/$/, '') } } };

/** One project per tier of scripts/test.mjs. Time zone and seed are fixed there, so a failure repeats. */
export default defineConfig({
  ...shared,
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/notebooks/**', 'test/config/**'],
          environment: 'node',
          setupFiles: ['test/support/indexed-db.ts'],
          // Left to itself vitest keeps one processor free, which is every other one of two.
          maxWorkers: availableParallelism(),
          testTimeout: process.env['VITAL_FEW_LONG'] ? 180_000 : 20_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'guards',
          include: ['test/config/**/*.test.ts'],
          environment: 'node',
          maxConcurrency: availableParallelism(),
          testTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'notebooks',
          include: ['test/notebooks/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['test/support/indexed-db.ts'],
          testTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // Each file has browsers, profiles and servers of its own, and leaves one of two processors idle.
          maxWorkers: 2,
        },
      },
    ],
  },
});
