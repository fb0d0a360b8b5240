import { ANALYSES } from '@/src/domain/analysis/catalogue';
import { LocalSource } from '@/src/domain/analysis/local-source';
import { formatDecimal } from '@/src/kernel/money';
import { allowedOf } from '@/src/domain/analysis/parameter';
import { runAnalysis } from '@/src/domain/analysis/run-analysis';
import { jsonOf, needed, runProgram } from './arguments';
import { readSalesFile, UsageError, type SalesFileRun } from './sales-file';
import { englishWords } from './words';

/**
 * `npm run -s analyse -- --file F --roles '{"column or #n": role}' --analysis NAME [--params JSON]`
 * prints one JSON object: the answer, its definition, where it comes from and what was set aside. `--list` prints what analyses
 * there are, `--describe NAME` what one of them takes, needs and means; neither reads a file.
 */
await runProgram(async (given) => {
  if (given.has('list'))
    return printed([...ANALYSES.values()].map(({ name, version }) => ({ name, version, title: titleOf(name) })));
  if (given.has('describe')) return printed(descriptionOf(needed(given, 'describe')));
  const file = await readSalesFile(needed(given, 'file'), jsonOf(given, 'roles'));
  const run = await runAnalysis(
    LocalSource.of(file.built.orders),
    needed(given, 'analysis'),
    jsonOf(given, 'params') ?? {},
  );
  if (!run.ok) throw new UsageError(`${run.error.code}: ${run.error.name}. Allowed: ${run.error.allowed}`);
  const { analysis, version, params, outcome } = run.value;
  const result = {
    analysis,
    version,
    params,
    definition: definitionOf(analysis, params['entity'] ?? 'customer'),
    provenance: provenanceOf(file),
    setAside: file.built.facts.setAside.map(({ reason, rows, amount }) => ({
      reason,
      rows,
      amount: formatDecimal(amount),
    })),
    facts: outcome.facts,
    tables: outcome.tables,
    charts: ANALYSES.get(analysis)?.charts(outcome, (key) => englishWords(key)) ?? {},
  };
  return printed(result);
});

function printed(result: unknown): number {
  process.stdout.write(`${JSON.stringify(result)}\n`);
  return 0;
}

function titleOf(name: string): string {
  return englishWords(`${name}.title`);
}

function definitionOf(name: string, entity: string | number): string {
  return englishWords(`${name}.definition`, { entity: englishWords(`entity.${entity}_one`) });
}

/** @throws UsageError for a name that no analysis has. */
function descriptionOf(name: string): object {
  const analysis = ANALYSES.get(name);
  if (!analysis) throw new UsageError(`unknown-analysis: ${name}. Allowed: ${[...ANALYSES.keys()].join(', ')}`);
  const { version, needs, parameters, factTypes } = analysis;
  const ranges = Object.entries(parameters).map(([parameter, spec]) => [
    parameter,
    { ...spec, allowed: allowedOf(spec), title: englishWords(`parameter.${parameter}`) },
  ]);
  return {
    name,
    version,
    title: titleOf(name),
    definition: definitionOf(name, 'customer'),
    needs,
    parameters: Object.fromEntries(ranges),
    facts: factTypes,
  };
}

function provenanceOf({ name, bytes, sha256, preview, roles, built }: SalesFileRun): object {
  const { total, used, notices } = built.facts;
  return {
    file: name,
    bytes,
    sha256,
    format: preview.format,
    roles: Object.fromEntries(roles.flatMap((role, i) => (role ? [[role, preview.names[i] ?? `#${i + 1}`]] : []))),
    rows: { total, used, setAside: total - used },
    notices,
    engine: 'vital-few kernels',
  };
}
