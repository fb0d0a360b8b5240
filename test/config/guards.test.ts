import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checks } from './checks.mjs';

const project = path.resolve(import.meta.dirname, '../..');
const check = (name: string) => checks.find((one) => one.name === name) ?? expect.fail(`no check named ${name}`);
const trees: string[] = [];

/** A small clean tree under the project's own configuration, with `files` planted in it. */
function treeWith(files: Record<string, string>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'planted-'));
  trees.push(root);
  for (const name of [
    'package.json',
    'tsconfig.json',
    '.oxlintrc.json',
    'test/config/dependency-cruiser.mjs',
    'test/config/cruise.mjs',
  ]) {
    cpSync(path.join(project, name), path.join(root, name));
  }
  symlinkSync(path.join(project, 'node_modules'), path.join(root, 'node_modules'));
  for (const [name, text] of Object.entries({ ...CLEAN, ...files })) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return root;
}

const locale = (words: Record<string, string>): string =>
  `${JSON.stringify(words, null, 1).replaceAll(/\n */g, ' ')}\n`;
const CLEAN: Record<string, string> = {
  'src/kernel/one.ts': 'export const one = 1;\n',
  'src/domain/records/rule.ts': "import { one } from '@/src/kernel/one';\n\nexport const rule = one;\n",
  'src/domain/capture/read.ts': "import { rule } from '../records/rule';\n\nexport const read = rule;\n",
  'src/domain/tabular/table.ts': 'export const table = 1;\n',
  'src/app/ports/store.ts': 'export interface Store {\n  readonly size: number;\n}\n',
  'src/app/use-case.ts':
    "import type { Store } from './ports/store';\n\nexport const size = (store: Store): number => store.size;\n",
  'src/platform/net/ask.ts': "export const ask = (): Promise<Response> => fetch('x');\n",
  'src/platform/store/database.ts':
    "import type { Store } from '@/src/app/ports/store';\n\nexport const database: Store = { size: 0 };\n",
  'src/ui/words.ts': 'export const words = [/a+b/, /c{1,9}d/];\n',
  'src/ui/page.ts': "import { size } from '@/src/app/use-case';\n\nexport const page = size;\n",
  'entrypoints/background.ts':
    "import { database } from '@/src/platform/store/database';\nimport { page } from '@/src/ui/page';\n\nexport const start = (): number => page(database);\n",
  'entrypoints/workspace/main.ts': 'export const main = 1;\n',
  'wxt.config.ts': 'export const config = {};\n',
  'src/locales/en/words.json': locale({ hello: 'x', apples_one: 'x', apples_other: 'x' }),
  'src/locales/zh-CN/words.json': locale({ hello: '你好', apples_other: '苹果' }),
  'src/locales/zh-TW/words.json': locale({ hello: '你好', apples_other: '蘋果' }),
};

const importing = (what: string): string => `import { x } from '${what}';\n\nexport const y = x;\n`;

/** Rule → a file that breaks it, and nothing else. */
const PLANTED: Record<string, readonly [rule: string, file: string, text: string][]> = {
  architecture: [
    ['kernel-imports-nothing', 'src/kernel/two.ts', importing('@/src/domain/records/rule')],
    ['domain-is-pure', 'src/domain/records/bad.ts', importing('@/src/app/use-case')],
    ['domain-is-pure', 'src/domain/capture/bad.ts', importing('comlink')],
    ['domain-no-sideways', 'src/domain/capture/bad.ts', importing('../tabular/table')],
    ['enrich-only-capture', 'src/domain/enrich/bad.ts', importing('../tabular/table')],
    ['analysis-only-tabular', 'src/domain/analysis/bad.ts', importing('../capture/read')],
    ['notebook-only-analysis', 'src/domain/notebook/bad.ts', importing('../tabular/table')],
    ['app-stays-inside', 'src/app/bad.ts', importing('@/src/platform/store/database')],
    ['ports-are-interfaces', 'src/app/ports/bad.ts', importing('@/src/kernel/one')],
    ['platform-below-app', 'src/platform/store/bad.ts', importing('@/src/app/use-case')],
    ['platform-sees-ports-as-types', 'src/platform/store/bad.ts', importing('@/src/app/ports/store')],
    ['ui-through-app', 'src/ui/bad.ts', importing('@/src/platform/store/database')],
    ['src-never-imports-roots', 'src/ui/bad.ts', importing('@/entrypoints/background')],
    ['entrypoints-independent', 'entrypoints/other.ts', importing('./background')],
    ['dexie-only-in-store', 'src/platform/net/bad.ts', importing('dexie')],
    ['vega-only-in-charts', 'src/ui/bad.ts', importing('vega-embed')],
    ['engines-only-in-cells', 'src/platform/store/bad.ts', importing('danfojs')],
    ['engines-only-in-cells', 'src/platform/workers/bad.ts', importing('@duckdb/duckdb-wasm')],
    ['react-only-in-ui', 'src/platform/store/bad.ts', importing('react')],
    ['browser-only-at-the-edge', 'src/ui/bad.ts', importing('wxt/browser')],
    ['no-unresolvable', 'src/ui/bad.ts', importing('./nowhere')],
    ['no-cycle', 'src/kernel/one.ts', "import { two } from './two';\n\nexport const one = two;\n"],
  ],
  lint: [
    ['no-explicit-any', 'src/kernel/bad.ts', 'export const x: any = 1;\n'],
    ['no-restricted-globals', 'src/domain/records/bad.ts', 'export const x = window.name;\n'],
    ['no-restricted-globals', 'src/app/bad.ts', 'export const x = (): Promise<Response> => fetch("x");\n'],
    ['no-eval', 'src/ui/bad.ts', 'export const x = (code: string): unknown => eval(code);\n'],
    ['no-barrel-file', 'src/kernel/index.ts', "export * from './one';\nexport * from '../domain/tabular/table';\n"],
    ['no-default-export', 'src/kernel/bad.ts', 'const x = 1;\nexport default x;\n'],
    ['filename-case', 'src/kernel/BadName.ts', 'export const x = 1;\n'],
    ['max-lines', 'src/kernel/bad.ts', `export const x = 1;\n${'// line\n'.repeat(300)}`],
    ['max-lines', 'entrypoints/other.ts', `export const x = 1;\n${'// line\n'.repeat(40)}`],
    ['no-non-null-assertion', 'src/kernel/bad.ts', 'export const x = (y?: number): number => y!;\n'],
  ],
  types: [['TS2322', 'src/kernel/bad.ts', 'export const x: number = ([] as number[])[0];\n']],
  format: [['bad.ts', 'src/kernel/bad.ts', 'export const   x = 1\n']],
  unused: [['lonely', 'src/kernel/lonely.ts', 'export const lonely = 1;\n']],
  'dangerous words': [
    ['innerHTML', 'src/ui/bad.ts', 'export const x = (e: Element): void => void (e.innerHTML = "");\n'],
    ['eval', 'src/ui/bad.ts', 'export const x = new Function("return 1");\n'],
    ['eval', 'src/ui/bad.ts', 'export const x = (code: string): unknown => globalThis.eval(code);\n'],
    ['fetch', 'src/app/bad.ts', 'export const x = (): unknown => fetch("x");\n'],
  ],
  patterns: [
    ['nested repetition', 'src/kernel/bad.ts', 'export const x = /^(?:a+)+$/;\n'],
    ['nested repetition', 'src/kernel/bad.ts', 'export const x = /(?:\\s?[a-z]{1,40}){1,40}!/;\n'],
    ['alternatives that begin alike', 'src/kernel/bad.ts', 'export const x = /(?:\\w|\\d)+x/;\n'],
  ],
  locales: [
    ['zh-TW lacks words.json.hello', 'src/locales/zh-TW/words.json', '{"apples_other":"蘋果"}'],
    ['en lacks words.json.extra', 'src/locales/zh-CN/words.json', '{"hello":"x","apples_other":"x","extra":"x"}'],
  ],
  layout: [
    ['names no idea', 'src/kernel/utils.ts', 'export const x = 1;\n'],
    ['not at the top level: stuff', 'stuff/x.ts', 'export const x = 1;\n'],
  ],
};

afterAll(() => trees.forEach((tree) => rmSync(tree, { recursive: true })));

// Each test has a tree and a process of its own, so they may run beside each other.
describe.concurrent.each(Object.entries(PLANTED))('check %s', (name, plants) => {
  it('is green on the clean tree, having read it', async () => {
    const { ok, looked, output } = await check(name).run(treeWith(name === 'unused' ? USED : {}));

    expect({ ok, output: ok ? '' : output }).toEqual({ ok: true, output: '' });
    expect(looked).toBeGreaterThan(1);
  });

  it.each(plants)('sees %s broken by %s', async (rule, file, text) => {
    const twin =
      rule === 'no-cycle'
        ? { 'src/kernel/two.ts': importing('./one').replaceAll('x', 'one').replaceAll('y', 'two') }
        : {};
    const { ok, output } = await check(name).run(
      treeWith({ ...(name === 'unused' ? USED : {}), ...twin, [file]: text }),
    );

    expect(ok).toBe(false);
    expect(output).toContain(rule);
  });

  it('is red when there is nothing to look at', async () => {
    const root = mkdtempSync(path.join(tmpdir(), 'planted-'));
    trees.push(root);
    cpSync(path.join(project, 'test/config'), path.join(root, 'test/config'), { recursive: true });
    rmSync(path.join(root, 'test/config'), { recursive: true });

    const finding = await check(name)
      .run(root)
      .catch(() => ({ ok: false }));

    expect(finding.ok).toBe(false);
  });
});

/** knip wants every file reached and every dependency used: a tree with nothing to complain about. */
const USED: Record<string, string> = {
  'package.json': JSON.stringify({
    name: 'planted',
    type: 'module',
    knip: { entry: ['entrypoints/*.ts'], project: ['src/kernel/*.ts', 'entrypoints/*.ts'] },
  }),
  'entrypoints/background.ts': "import { one } from '@/src/kernel/one';\n\nconsole.log(one);\n",
};
