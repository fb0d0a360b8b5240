/** What is seen of a column before a role is guessed: its name and some of its cells, as they stand in the file. */
export interface ColumnSample {
  /** Empty or `#n` where the file gives none; two columns may have one name. */
  readonly name: string;
  readonly values: readonly string[];
}
