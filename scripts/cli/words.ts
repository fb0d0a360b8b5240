import en from '@/src/locales/en/analysis.json';

/** English words of the analyses by key, `chart.value` and the like, for programs without an interface. */
export function englishWords(key: string, values: Readonly<Record<string, string>> = {}): string {
  let at: unknown = en;
  for (const part of key.split('.')) at = (at as Record<string, unknown> | undefined)?.[part];
  if (typeof at !== 'string') return key;
  return at.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}
