/** Where an account stands, in the states of a company: see `company` of domain/parties. */
export type AccountStage = 'prospect' | 'active' | 'former';

/** How a program words it. */
export interface StageWords {
  /** Of each word that it may hold, in lower case, what it means. */
  readonly reads: Readonly<Record<string, AccountStage>>;
  /** What is written; a state without a word stays out. */
  readonly writes: Readonly<Partial<Record<string, string>>>;
}

/** What a cell says; undefined for words that say nothing of how an account stands. */
export function stageIn(text: string, { reads }: StageWords): AccountStage | undefined {
  const word = text.trim().toLowerCase();
  return Object.hasOwn(reads, word) ? reads[word] : undefined;
}

/** Of several words on one company the one that says most: who is a customer in one row is no prospect by another. */
export function furtherStage(one: string | undefined, other: string): string {
  return one === undefined || other === 'active' ? other : one;
}
