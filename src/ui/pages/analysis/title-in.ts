import type { Language } from '@/src/domain/notebook/notebook';

/** A text of a notebook in a language; in another where it has none; empty where it has none at all. */
export function titleIn(titles: Readonly<Partial<Record<Language, string>>>, language: Language): string {
  return titles[language] ?? titles.en ?? Object.values(titles)[0] ?? '';
}
