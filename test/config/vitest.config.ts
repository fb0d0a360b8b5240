import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = fileURLToPath(new URL('../..', import.meta.url));
const isLong = Boolean(process.env['VITAL_FEW_LONG']);
const shared = { root, resolve: { alias: { '@': root.replace(/\/$/, '') } } };

/** The files that ask for a page come first: a worker goes on only with files of the same environment. */
class PagesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const pages = new Set(sorted.filter(({ moduleId }) => readFileSync(moduleId, 'utf8').startsWith(ON_A_PAGE)));
    return [...pages, ...sorted.filter((file) => !pages.has(file))];
  }
}

const ON_A_PAGE = '// @vitest-environment happy-dom';

/** One project per tier of scripts/test.mjs. Time zone and seed are fixed there, so a failure repeats. */
export default defineConfig({
  ...shared,
  test: {
    sequence: { sequencer: PagesFirst },
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/notebooks/**', 'test/config/**'],
          environment: 'node',
          setupFiles: ['test/support/begin-file.ts'],
          // Half the time went into importing the same modules for every file. Files share them, each begun anew by
          // begin-file.ts; `--long` runs every file by itself, so that none comes to live on what another left.
          isolate: isLong,
          // Left to itself vitest keeps one processor free, which is every other one of two.
          maxWorkers: availableParallelism(),
          testTimeout: isLong ? 180_000 : 20_000,
          // Hooks fill stores, which takes as long as tests do.
          hookTimeout: isLong ? 180_000 : 20_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'guards',
          include: ['test/config/**/*.test.ts'],
          environment: 'node',
          maxWorkers: availableParallelism(),
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
          setupFiles: ['test/support/begin-file.ts'],
          maxWorkers: availableParallelism(),
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
          // Each file has browsers, profiles and servers of its own, and mostly waits for them: three keep two processors busy.
          maxWorkers: 3,
        },
      },
    ],
  },
});
