import { ok, type Result } from '@/src/kernel/result';
import type { PageDraft } from '@/src/app/capture-uses';
import type { App } from '@/src/app/create-app';
import type { ToKeep } from '@/src/app/inbox';
import type { CaptureRequest, PageError } from '@/src/app/ports/page-reader';
import type { ReadAs } from '@/src/domain/capture/found';

/** A link to another page says nothing by itself: it is kept. */
export function asWanted(request: CaptureRequest): CaptureRequest {
  return request.part?.isLink && !isAddress(request.part.text) ? { ...request, isLater: true } : request;
}

function isAddress(link: string): boolean {
  return /^(?:mailto|tel):/i.test(link);
}

/** What was read of a request, and the text of it where a part of the page was pointed at. */
export type ReadPart = PageDraft & { readonly text?: string };

/** The page, or the part of it that was pointed at. */
export async function readRequest(
  app: App,
  request: CaptureRequest,
  home: string,
  as: ReadAs | undefined,
): Promise<Result<ReadPart, PageError>> {
  const { part } = request;
  if (!part) return app.capture.read(request, home, as);
  const marked = await app.capture.marked(request);
  // Where the page may not be read the menu's own text still says what was marked.
  const { url, title, text } = marked.ok ? marked.value : { url: '', title: '', text: '' };
  if (part.isLink && !isAddress(part.text)) return ok({ url: part.text, title: part.text, parties: [], notices: [] });
  const said = part.isLink ? readableLink(part.text) : text.trim() === '' ? part.text : text;
  return ok({ ...app.capture.readText(said, home, { url, title }), text: said });
}

/** What a link to write or to call says. @example readableLink('mailto:info@acme.example?subject=x') // 'info@acme.example' */
function readableLink(link: string): string {
  const [address = ''] = link.replace(/^(?:mailto|tel):/i, '').split('?');
  try {
    return decodeURIComponent(address);
  } catch {
    // Not encoded.
    return address;
  }
}

/** What the Inbox holds of a request: the list of a page that is nothing else, the page's own company otherwise. */
export function whatToKeep(read: ReadPart, { part }: CaptureRequest): ToKeep {
  const { list, site: _, obstacle: __, text, ...draft } = read;
  const said = text ?? part?.text;
  return {
    title: draft.title,
    url: draft.url,
    draft: draft.parties.length === 0 && list ? list : draft,
    ...(said === undefined ? {} : { text: said }),
  };
}
