import type { ExpectedCapture } from '@/src/domain/enrich/opened/expected-capture';

/** Ways out to sites that only the user opens, and what is waited for from there. */
export interface LinkOuts {
  /** Puts a text on the clipboard. To be called within a click. @returns whether the browser let it. */
  copy(text: string): Promise<boolean>;
  /** Opens an address in a tab of its own, in front. */
  open(url: string): Promise<void>;
  /** What is waited for, also by other pages of the extension and after its worker has gone; until the browser is closed. */
  expected(): Promise<ExpectedCapture | undefined>;
  /** Without one nothing is waited for any more. */
  expect(expected?: ExpectedCapture): Promise<void>;
  /** Calls back when something else is waited for. Returns how to stop. */
  watch(listener: () => void): () => void;
}
