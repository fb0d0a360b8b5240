import type { VisitedPage } from '@/src/domain/enrich/provider';

/** Reads the text of a web page that was fetched, not opened: nothing of it is run, loaded or drawn. */
export interface HtmlReader {
  /** @param url where the text came from. */
  read(text: string, url: string): Promise<Pick<VisitedPage, 'reading' | 'links' | 'logo'>>;
}
