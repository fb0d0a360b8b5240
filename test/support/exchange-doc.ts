import type { Column, Preset } from '@/src/domain/exchange/formats/column';

/** The part of docs/exchange.md about one preset, as lines; blanks do not count. */
export function documented(preset: Preset): string[] {
  return [
    `### ${preset.format}`,
    ...preset.columns.map((column) => `| ${column.headings.map(code).join(', ')} | ${landing(column)} |`),
    `Not taken, and told: ${preset.untaken.map(code).join(', ')}.`,
    ...(preset.silent.length > 0 ? [`Passed over: ${preset.silent.map(code).join(', ')}.`] : []),
  ];
}

function landing({ meaning, label, part, labelled, scheme, one, stages }: Column): string {
  return [
    meaning.replace('.', ' '),
    label,
    part,
    labelled && `by ${code(labelled)}`,
    scheme && code(`${scheme}:…`),
    one && 'one',
    stages &&
      `as ${Object.values(stages.writes)
        .map((word) => code(word ?? ''))
        .join(' or ')}`,
  ]
    .filter(Boolean)
    .join(', ');
}

function code(text: string): string {
  return `\`${text}\``;
}
