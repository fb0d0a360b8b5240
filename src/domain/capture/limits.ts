/** What a page may make us look at. Beyond it the reading stops with what it has, and says so. */
export const LIMITS = {
  /** Time for the whole reading, in milliseconds. */
  budgetMs: 1500,
  /** Characters of one JSON-LD block, and of all of a page. */
  blockCharacters: 2_000_000,
  pageCharacters: 8_000_000,
  /** Levels of nesting followed in structured data. */
  depth: 64,
  /** Elements looked at by one source. */
  nodes: 20_000,
  /** Values kept from one page. */
  values: 500,
  /** Nodes walked for the visible text, its characters, and those of one line of it. */
  textNodes: 200_000,
  textCharacters: 1_000_000,
  lineCharacters: 2000,
  /** Nested elements. */
  elementDepth: 2000,
  /** Characters of one value, and of the snippet that supports it. */
  valueCharacters: 300,
  addressCharacters: 2000,
  snippetCharacters: 200,
} as const;
