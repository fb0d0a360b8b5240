import { foldKey } from '@/src/kernel/text';
import { contactTable, type LinkedCard } from './contact-table';
import type { Column, Preset } from './formats/column';
import { PRESETS, type PresetFormat, type TableFormat } from './formats/presets';
import { WrittenRow } from './written-row';

interface RowPlan {
  readonly person?: LinkedCard;
  readonly company?: LinkedCard;
}

/**
 * Cards as the rows of a table that another program imports, headings first. What a format has no column for stays out, as
 * docs/exchange.md says: companies nobody works for in formats of people, people in formats of companies.
 *
 * @param word of a `sheet`: heading of a field, `company` and `person` for the kind, and the labels of numbers.
 */
export function writeContactTable(
  cards: readonly LinkedCard[],
  format: TableFormat,
  word: (key: string) => string = (key) => key,
): string[][] {
  const preset = PRESETS.find((one) => one.format === format);
  if (!preset) return contactTable(cards, word);
  const rows = rowsOf(cards, preset).map(({ person, company }) => new WrittenRow(preset, person, company));
  const columns = preset.columns.flatMap((column) => headingsOf(column, rows));
  const headings = [...new Set(columns)];
  return [headings, ...rows.map((row) => headings.map((heading) => row.cells.get(heading) ?? ''))];
}

/** One row a card; companies whose values all stand on the rows of their people have none of their own. */
function rowsOf(cards: readonly LinkedCard[], preset: Preset<PresetFormat>): RowPlan[] {
  const companies = cards.filter(({ kind }) => kind === 'company');
  if (preset.holds === 'companies') return companies.map((company) => ({ company }));
  const byId = new Map(companies.map((card) => [card.id, card]));
  const byName = new Map(companies.toReversed().map((card) => [foldKey(card.name), card]));
  const employer = ({ companyId, company }: LinkedCard): LinkedCard | undefined =>
    byId.get(companyId ?? '') ?? (company ? (byName.get(foldKey(company)) ?? bareCompany(company)) : undefined);
  const employing = new Set(cards.map((card) => (card.kind === 'person' ? employer(card) : undefined)));
  return cards.flatMap((card): RowPlan[] => {
    if (card.kind === 'company')
      return preset.holds === 'both' && !(employing.has(card) && isCarried(card, preset)) ? [{ company: card }] : [];
    const company = employer(card);
    return [{ person: card, ...(company ? { company } : {}) }];
  });
}

function bareCompany(name: string): LinkedCard {
  const none = { phones: [], emails: [], addresses: [], registrationIds: [], accounts: [], tags: [], externalIds: [] };
  return { id: '', kind: 'company', name, ...none };
}

/** Whether a company loses nothing when it stands only on the rows of its people. */
function isCarried(company: LinkedCard, preset: Preset<PresetFormat>): boolean {
  const nobody = { ...bareCompany('-'), kind: 'person' as const };
  return new WrittenRow(preset, nobody, company).isWhole;
}

/** Numbered columns as far as a row needs them, one at least, each with the one that says what it is for. */
function headingsOf({ headings, labelled }: Column, rows: readonly WrittenRow[]): string[] {
  const [heading = ''] = headings;
  if (!heading.includes('#')) return [heading];
  const width = Math.max(1, ...rows.map((row) => row.width(heading)));
  return Array.from({ length: width }, (_, i) =>
    [labelled ?? '', heading].map((one) => one.replace('#', String(i + 1))),
  ).flat();
}
