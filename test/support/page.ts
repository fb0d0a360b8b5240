import { Window } from 'happy-dom';
import type { FoundParty, PartyField, Reading } from '@/src/domain/capture/found';
import type { ImageRealm } from '@/src/domain/capture/image/restore-image';
import { takeImage } from '@/src/domain/capture/image/take-image';
import { readImage } from '@/src/domain/capture/read-image';
import { finish } from '@/src/kernel/steps';

/**
 * The reading of a page written in a test, by way of its image, as the extension reads it. Scripts do not run; the clock stands
 * still unless one is given.
 */
export function readHtml(html: string, url = 'https://www.acme.example.com/contact', now = () => 0): Reading {
  const { document, realm } = openHtml(html, url);
  return finish(readImage(finish(takeImage({ document, realm, url, now })), { realm, now }));
}

/** A page written in a test. */
export function openHtml(
  html: string,
  url = 'about:blank',
): { readonly document: Document; readonly realm: ImageRealm } {
  const window = new Window({ url, settings: { disableJavaScriptEvaluation: true, disableCSSFileLoading: true } });
  window.document.write(html);
  const { Document: document, Element, Node, CharacterData, HTMLIFrameElement } = window;
  const createDocument = (): unknown => new window.XMLDocument();
  // Safe, both: happy-dom implements the same interfaces with its own classes.
  return {
    document: window.document as unknown as Document,
    realm: {
      Document: document,
      Element,
      Node,
      CharacterData,
      HTMLIFrameElement,
      createDocument,
    } as unknown as ImageRealm,
  };
}

export const jsonLd = (data: unknown): string =>
  `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`;

/** A party as field → raw values, for comparing whole parties in one line. */
export function shape(party: FoundParty | undefined): Record<string, readonly string[]> {
  const fields: Record<string, string[]> = {};
  for (const { field, raw } of party?.values ?? []) (fields[field] ??= []).push(raw);
  return fields;
}

export const companiesOf = (reading: Reading): Record<string, readonly string[]>[] =>
  reading.parties.filter((party) => party.kind === 'company').map(shape);

export const peopleOf = (reading: Reading): Record<string, readonly string[]>[] =>
  reading.parties.filter((party) => party.kind === 'person').map(shape);

/** The values of one field over all parties, in normal form where there is one. */
export const normalsOf = (reading: Reading, field: PartyField): string[] =>
  reading.parties.flatMap(({ values }) =>
    values.filter((value) => value.field === field).map(({ normal, raw }) => normal ?? raw),
  );
