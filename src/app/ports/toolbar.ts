/** What the toolbar button says of the page in a tab. */
export interface ToolbarMark {
  /** Four characters are seen at most. */
  readonly text: string;
  /** What is said when the pointer rests there. */
  readonly title: string;
  readonly tone: 'found' | 'known';
}

/** The button of the extension in the browser's toolbar. */
export interface Toolbar {
  /** Holds for this tab until it shows another page. Without a mark: as it was. A tab that is gone is passed over. */
  mark(tabId: number, mark?: ToolbarMark): Promise<void>;
}
