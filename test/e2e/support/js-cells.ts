import path from 'node:path';
import { build, type Rollup } from 'vite';
import type { Page } from 'puppeteer-core';
import type { Result } from '@/src/kernel/result';
import type { CellFault, CellOutput, JsRequest } from '@/src/app/ports/cells';
import type { createJsCells } from '@/src/platform/cells/js/create-js-cells';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** What one run came to, and how the page it was asked from fared meanwhile. */
export interface Ran {
  readonly result: Result<CellOutput, CellFault>;
  readonly ms: number;
  /** The longest time that the page did nothing else. */
  readonly longestPauseMs: number;
}

interface Runner {
  readonly jsCells: ReturnType<typeof createJsCells>;
}

/** Gives a page of the extension what runs cells, as the interface of the notebook has it. */
export async function offerJsCells(page: Page, hasOwnProcess: boolean): Promise<void> {
  const built = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    build: {
      write: false,
      lib: {
        entry: path.join(ROOT, 'src/platform/cells/js/create-js-cells.ts'),
        formats: ['iife'],
        name: 'offered',
      },
    },
  });
  // Safe: one format is asked for, and nothing is watched.
  const [{ output }] = built as Rollup.RollupOutput[] as [Rollup.RollupOutput];
  await page.evaluate(
    `${output[0].code}; globalThis.jsCells = offered.createJsCells({ hasOwnProcess: ${hasOwnProcess} });`,
  );
}

/** Runs a cell in the page. @param stopMs when it is to be stopped. */
export async function runIn(page: Page, request: Partial<JsRequest>, stopMs?: number): Promise<Ran> {
  const text = await page.evaluate(
    async (asked, stop) => {
      // Safe: put there by `offerJsCells`.
      const { jsCells } = globalThis as unknown as Runner;
      let longestPauseMs = 0;
      let last = performance.now();
      const watch = setInterval(() => {
        const now = performance.now();
        longestPauseMs = Math.max(longestPauseMs, now - last);
        last = now;
      }, 10);
      const stopping = new AbortController();
      let from = performance.now();
      if (stop !== null)
        setTimeout(() => {
          from = performance.now();
          stopping.abort();
        }, stop);
      const result = await jsCells({ source: '', tables: {}, values: {}, ...asked }, stopping.signal);
      clearInterval(watch);
      return JSON.stringify({ result, ms: performance.now() - from, longestPauseMs });
    },
    request,
    stopMs ?? null,
  );
  // Safe: what the page wrote a moment ago.
  return JSON.parse(text) as Ran;
}
