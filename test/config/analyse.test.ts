import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ANALYSES } from '@/src/domain/analysis/catalogue';
import { allowedOf, type ParameterSpec } from '@/src/domain/analysis/parameter';
import { must } from '@/src/kernel/assert';

const project = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'analyse-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = path.join(folder, 'sales.csv');
writeFileSync(file, 'who,when,paid\na,2024-01-05,10\nb,2024-02-05,20\n');

interface Said {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built command: the first call has built it. */
function analyse(...given: readonly string[]): Promise<Said> {
  const built = path.join('.output', 'cli', 'analyse.js');
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [built, ...given], { cwd: project }, (_, stdout, stderr) =>
      resolve({ status: child.exitCode, stdout, stderr }),
    );
  });
}

function analyseFile(analysis: string, params: object): Promise<Said> {
  const roles = JSON.stringify({ who: 'customer', when: 'date', paid: 'amount' });
  return analyse('--file', file, '--roles', roles, '--analysis', analysis, '--params', JSON.stringify(params));
}

const WITH_PARAMETERS = [...ANALYSES.values()].filter(({ parameters }) => Object.keys(parameters).length > 0);

/** A value just outside what a parameter takes. */
function outside(spec: ParameterSpec): string | number {
  return spec.type === 'number' ? spec.max + spec.step : 'nowhere';
}

/** Builds the commands where they are not up to date. */
const first = spawnSync(process.execPath, ['scripts/cli.mjs', 'analyse', '--list'], { cwd: project, encoding: 'utf8' });

describe('the analyse command', () => {
  it('lists every analysis with a title', () => {
    const listed: unknown = JSON.parse(first.stdout);

    expect(listed).toEqual(
      [...ANALYSES.values()].map(({ name, version }) => ({ name, version, title: expect.stringMatching(/^[A-Z]/) })),
    );
    expect(first.status).toBe(0);
  });

  it.concurrent.each([...ANALYSES.values()])('describes $name: what it takes, needs and gives', async (analysis) => {
    const { status, stdout } = await analyse('--describe', analysis.name);
    const { name, version, needs, factTypes, parameters } = analysis;
    const taken = Object.entries(parameters).map(([parameter, spec]) => [
      parameter,
      { ...spec, allowed: allowedOf(spec), title: expect.stringMatching(/^\S(?!arameter\.)/) },
    ]);

    expect(JSON.parse(stdout)).toEqual({
      name,
      version,
      needs,
      facts: factTypes,
      title: expect.stringMatching(/^[A-Z]/),
      definition: expect.stringMatching(/.{40}/),
      parameters: Object.fromEntries(taken),
    });
    expect(status).toBe(0);
  });

  it.concurrent.each([...ANALYSES.values()])(
    'refuses a parameter that $name does not have, and names those it has',
    async (analysis) => {
      const { status, stdout, stderr } = await analyseFile(analysis.name, { unheardOf: 1 });

      expect(stderr).toBe(`unknown-parameter: unheardOf. Allowed: ${Object.keys(analysis.parameters).join(', ')}\n`);
      expect([status, stdout]).toEqual([2, '']);
    },
  );

  it.concurrent.each(WITH_PARAMETERS)(
    'refuses what a parameter of $name does not take, and says what it does',
    async (analysis) => {
      const specs = Object.entries(analysis.parameters);
      const [name, spec] = must(specs.find(([, { type }]) => type === 'number') ?? specs[0], 'it has parameters');
      const { status, stdout, stderr } = await analyseFile(analysis.name, { [name]: outside(spec) });

      expect(stderr).toBe(`not-allowed: ${name}. Allowed: ${allowedOf(spec)}\n`);
      expect([status, stdout]).toEqual([2, '']);
    },
  );

  it('refuses an analysis that there is not, and names those there are', async () => {
    const names = [...ANALYSES.keys()].join(', ');

    expect((await analyse('--describe', 'nothing')).stderr).toBe(`unknown-analysis: nothing. Allowed: ${names}\n`);
    expect(await analyseFile('nothing', {})).toMatchObject({
      status: 2,
      stderr: `unknown-analysis: nothing. Allowed: ${names}\n`,
    });
  });
});
