import { ANALYSES } from '@/src/domain/analysis/catalogue';
import { LocalSource } from '@/src/domain/analysis/local-source';
import { formatDecimal } from '@/src/kernel/money';
import { runAnalysis } from '@/src/domain/analysis/run-analysis';
import { jsonOf, needed, runProgram } from './arguments';
import { readSalesFile, UsageError, type SalesFileRun } from './sales-file';
import { englishWords } from './words';

/**
 * `npm run -s analyse -- --file F --roles '{"column or #n": role}' --analysis NAME [--params JSON]`
 * prints one JSON object: the answer, its definition, where it comes from and what was set aside.
 */
await runProgram(async (given) => {
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
    definition: englishWords(`${analysis}.definition`, {
      entity: englishWords(`entity.${params['entity'] ?? 'customer'}_one`),
    }),
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
  process.stdout.write(`${JSON.stringify(result)}\n`);
  return 0;
});

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
