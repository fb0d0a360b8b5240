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

function landing({ meaning, label, part, labelled, scheme, one, stages, channels }: Column): string {
  return [
    meaning.replace('.', ' '),
    label,
    part,
    labelled && `by ${code(labelled)}`,
    scheme && code(`${scheme}:…`),
    one && 'one',
    stages && wordsIn(stages.writes),
    channels && wordsIn(channels.writes),
  ]
    .filter(Boolean)
    .join(', ');
}

function wordsIn(writes: Readonly<Partial<Record<string, string>>>): string {
  return `as ${Object.values(writes)
    .map((word) => code(word ?? ''))
    .join(' or ')}`;
}

function code(text: string): string {
  return `\`${text}\``;
}
