import i18next, { type FormatterModule, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isLanguage, LANGUAGES, type Language } from '@/src/domain/notebook/notebook';
import type archive from '@/src/locales/en/archive.json';
import type accounts from '@/src/locales/en/accounts.json';
import type analysis from '@/src/locales/en/analysis.json';
import type analysisPage from '@/src/locales/en/analysis-page.json';
import type bulkEnrich from '@/src/locales/en/bulk-enrich.json';
import type board from '@/src/locales/en/board.json';
import type capture from '@/src/locales/en/capture.json';
import type claims from '@/src/locales/en/claims.json';
import type clips from '@/src/locales/en/clips.json';
import type today from '@/src/locales/en/today.json';
import type trades from '@/src/locales/en/trades.json';
import type contacts from '@/src/locales/en/contacts.json';
import type data from '@/src/locales/en/data.json';
import type enrich from '@/src/locales/en/enrich.json';
import type kpi from '@/src/locales/en/kpi.json';
import type join from '@/src/locales/en/join.json';
import type ownData from '@/src/locales/en/own-data.json';
import type firstSteps from '@/src/locales/en/first-steps.json';
import type people from '@/src/locales/en/people.json';
import type panel from '@/src/locales/en/panel.json';
import type notebook from '@/src/locales/en/notebook.json';
import type notebookPage from '@/src/locales/en/notebook-page.json';
import type mappings from '@/src/locales/en/mappings.json';
import type pipeline from '@/src/locales/en/pipeline.json';
import type rates from '@/src/locales/en/rates.json';
import type receivables from '@/src/locales/en/receivables.json';
import type registers from '@/src/locales/en/registers.json';
import type records from '@/src/locales/en/records.json';
import type segments from '@/src/locales/en/segments.json';
import type settings from '@/src/locales/en/settings.json';
import type shell from '@/src/locales/en/shell.json';
import type tiers from '@/src/locales/en/tiers.json';
import type visits from '@/src/locales/en/visits.json';

/** Names of the areas, each one file a language in src/locales; besides them every kind has a file `kind-<name>.json`. */
export const AREAS = [
  'shell',
  'capture',
  'panel',
  'first-steps',
  'people',
  'data',
  'join',
  'accounts',
  'archive',
  'records',
  'contacts',
  'trades',
  'claims',
  'clips',
  'enrich',
  'own-data',
  'bulk-enrich',
  'registers',
  'board',
  'today',
  'settings',
  'analysis',
  'analysis-page',
  'notebook',
  'notebook-page',
  'pipeline',
  'rates',
  'mappings',
  'kpi',
  'receivables',
  'tiers',
  'segments',
  'visits',
] as const;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: {
      shell: typeof shell;
      capture: typeof capture;
      panel: typeof panel;
      'first-steps': typeof firstSteps;
      people: typeof people;
      data: typeof data;
      join: typeof join;
      contacts: typeof contacts;
      trades: typeof trades;
      claims: typeof claims;
      clips: typeof clips;
      enrich: typeof enrich;
      'own-data': typeof ownData;
      'bulk-enrich': typeof bulkEnrich;
      registers: typeof registers;
      accounts: typeof accounts;
      archive: typeof archive;
      records: typeof records;
      board: typeof board;
      today: typeof today;
      settings: typeof settings;
      analysis: typeof analysis;
      'analysis-page': typeof analysisPage;
      notebook: typeof notebook;
      'notebook-page': typeof notebookPage;
      pipeline: typeof pipeline;
      rates: typeof rates;
      mappings: typeof mappings;
      kpi: typeof kpi;
      receivables: typeof receivables;
      tiers: typeof tiers;
      segments: typeof segments;
      visits: typeof visits;
    };
  }
}

const files = import.meta.glob<Record<string, unknown>>('@/src/locales/*/*.json', { eager: true, import: 'default' });

function textsOf(language: Language): Record<string, Record<string, unknown>> {
  const own = Object.entries(files).filter(([path]) => path.includes(`/locales/${language}/`));
  return Object.fromEntries(
    own.map(([path, texts]) => [path.slice(path.lastIndexOf('/') + 1, -'.json'.length), texts]),
  );
}

const WRITERS = new Map<string, Intl.NumberFormat>(
  LANGUAGES.map((language) => [language, new Intl.NumberFormat(language, { maximumFractionDigits: 9 })]),
);

/** Numbers in sentences are grouped as the language groups them: 12,345. Everything else is left as it is. */
const numbers: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value, _, language = 'en') =>
    typeof value === 'number' ? (WRITERS.get(language)?.format(value) ?? String(value)) : value,
};

/** The words of the interface, in a language that can be changed while it runs. Text is text: React escapes it. */
export async function startWords(language: Language): Promise<i18n> {
  const words = i18next.createInstance();
  await words
    .use(initReactI18next)
    .use(numbers)
    .init({
      lng: language,
      fallbackLng: 'en',
      ns: [...AREAS],
      defaultNS: 'shell',
      resources: Object.fromEntries(LANGUAGES.map((one) => [one, textsOf(one)])),
      interpolation: { escapeValue: false, alwaysFormat: true },
      returnNull: false,
    });
  return words;
}

/** The language to begin with: the chosen one, else the first of the browser's that we have. */
export function pickLanguage(chosen: string | undefined, preferred: readonly string[]): Language {
  if (chosen !== undefined && isLanguage(chosen)) return chosen;
  for (const tag of preferred) {
    const lower = tag.toLowerCase();
    if (/^zh\b.*(tw|hk|mo|hant)/.test(lower)) return 'zh-TW';
    if (lower.startsWith('zh')) return 'zh-CN';
    if (lower.startsWith('en')) return 'en';
  }
  return 'en';
}
