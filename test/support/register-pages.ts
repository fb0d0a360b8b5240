import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { draftCapture, type CaptureDraft } from '@/src/app/capture-draft';
import { readHtml } from './page';

/** A page of a register, in the layout of its site, and what a careful reader would file from it, written before the page. */
export interface RegisterPage {
  readonly name: string;
  readonly html: string;
  readonly url: string;
  /** Field → values as they are filed. */
  readonly facts: Readonly<Record<string, readonly string[]>>;
  /** Of whoever runs the site, of who advertises there, of other companies. */
  readonly never: readonly string[];
}

const FOLDER = path.resolve('test/fixtures/registers');

export function registerPages(): RegisterPage[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const name = file.replace('.html', '');
      const read = (ending: string): string => readFileSync(path.join(FOLDER, `${name}.${ending}`), 'utf8');
      return {
        name,
        html: read('html'),
        ...(JSON.parse(read('json')) as Pick<RegisterPage, 'url' | 'facts' | 'never'>),
      };
    });
}

/** What the panel offers of a page, to a user in this country. */
export function draftOf({ html, url }: Pick<RegisterPage, 'html' | 'url'>, home = 'CN'): CaptureDraft {
  return draftCapture(readHtml(html, url), home, '2026-11-23T09:00:00.000Z');
}
