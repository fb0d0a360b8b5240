import type { BatchId, RecordId } from '@/src/kernel/ids';
import type { PageDraft } from '@/src/app/capture-uses';
import type { App } from '@/src/app/create-app';
import type { CaptureDraft, PartyDraft } from '@/src/app/capture-draft';
import type { Duplicate } from '@/src/app/find-duplicates';
import { isCertain } from '@/src/app/is-certain';
import { isNameless } from '@/src/app/nameless';
import { isList, type ListDraft } from '@/src/app/list-draft';
import type { PageSite } from '@/src/app/page-site';
import type { CaptureRequest } from '@/src/app/ports/page-reader';
import type { Arrived } from '@/src/app/register-uses';
import { untickedIfUnsure, withArrived } from '@/src/app/with-arrived';
import type { Obstacle, ReadAs } from '@/src/domain/capture/found';
import type { Match } from '@/src/domain/identity/match';
import type { Channel } from '@/src/domain/parties/company.kind';
import type { PartyRow } from '@/src/domain/parties/party-row';
import { relationTo } from '@/src/domain/parties/party-update';

/** What is on file already of the cards of a draft. */
export interface OnFile {
  readonly duplicates: ReadonlyMap<string, readonly Duplicate[]>;
  /** Cards of people who asked not to be filed again. */
  readonly suppressed: ReadonlySet<string>;
  /** Draft id → the record it is added to. */
  readonly updates: ReadonlyMap<string, PartyRow>;
}

/** A draft that waits for the user's word. */
export interface Review extends OnFile {
  readonly draft: CaptureDraft;
  /** The page as a company's instead of as a list, or the other way round. */
  readonly other?: CaptureDraft;
  /** The reading of a page; what was pasted or kept has none. */
  readonly request?: CaptureRequest;
  readonly inboxItem?: RecordId;
  /** What was read, where it is a text. */
  readonly text?: string;
  /** What the page was read as, and what of that the user said. */
  readonly site?: PageSite;
  readonly as: ReadAs;
  /** Where the panel last saw its page: the run over a list goes from page to page. */
  readonly shownUrl: string;
  /** How new companies were come by; empty for not said. */
  readonly channel: Channel | '';
  /** Made with the draft, so that two presses of Enter save once. */
  readonly batch: BatchId;
  /** To be saved without being looked at. */
  readonly isQuick: boolean;
  /** The page was waited for: the company that it is to fill in, and the draft as it is ticked if it is about that. */
  readonly arrived?: Arrived & { readonly whole: CaptureDraft };
  /** What stands before a page that told of nobody. */
  readonly obstacle?: Obstacle;
}

/** Where a draft is from. */
export type Origin = Pick<Review, 'request' | 'inboxItem' | 'text'> & { readonly as?: ReadAs };

/** Lists of at least so many rows are shown as lists first. */
const LONG = 5;

/** A draft beside what is on file. The list of a page, where it is long, is shown before the page's own company. */
export async function reviewOf(app: App, read: PageDraft, origin: Origin): Promise<Review> {
  const { list, site, obstacle, ...page } = read;
  const first = list && isListFirst(list, page) ? list : undefined;
  const arrived = origin.request && !first ? await app.registers.arrived(page) : undefined;
  const found = await findOnFile(app, partiesOf(page, list));
  const onFile = withArrived(found, page, arrived);
  const judged = (draft: CaptureDraft): CaptureDraft => ({ ...draft, parties: draft.parties.map(judge(onFile)) });
  const whole = judged(first ?? page);
  const other = first ? page : list;
  return {
    ...origin,
    ...onFile,
    ...asArrived(whole, arrived),
    ...(other ? { other: judged(other) } : {}),
    ...(site ? { site } : {}),
    ...obstacleBefore(whole, obstacle),
    as: origin.as ?? {},
    shownUrl: page.url,
    channel: channelOf(whole),
    batch: app.newBatch(),
    isQuick: !arrived && isQuickly(origin) && isSure(whole, onFile),
  };
}

function asArrived(whole: CaptureDraft, arrived: Arrived | undefined): Pick<Review, 'draft' | 'arrived'> {
  if (!arrived) return { draft: whole };
  return { draft: untickedIfUnsure(whole, arrived), arrived: { ...arrived, whole } };
}

function isListFirst(list: ListDraft, page: CaptureDraft): boolean {
  return list.rows.length >= LONG || page.parties.length === 0;
}

function isQuickly({ request }: Origin): boolean {
  return request?.isQuick === true;
}

/** What stands before a page matters where it told of nobody. */
function obstacleBefore({ parties }: CaptureDraft, obstacle: Obstacle | undefined): Pick<Review, 'obstacle'> {
  return obstacle && parties.length === 0 ? { obstacle } : {};
}

/** The cards of both, each once: the company of a team stands in both. */
function partiesOf(page: CaptureDraft, list: CaptureDraft | undefined): readonly PartyDraft[] {
  const known = new Set(page.parties.map(({ id }) => id));
  return [...page.parties, ...(list?.parties ?? []).filter(({ id }) => !known.has(id))];
}

/** How one comes by companies that a page tells of, unless the user says otherwise. Of a pasted text nothing is known. */
function channelOf(draft: CaptureDraft): Channel | '' {
  if (draft.url === '') return '';
  return isList(draft) ? 'directory' : 'swept';
}

function isSure(draft: CaptureDraft, { duplicates, suppressed }: OnFile): boolean {
  return !isList(draft) && isCertain(draft, new Set([...duplicates.keys(), ...suppressed]));
}

/** What is on file of some cards. Only what is sure is chosen beforehand; the others are for the user to say. */
export async function findOnFile(app: App, parties: readonly PartyDraft[]): Promise<OnFile> {
  const duplicates = await app.capture.duplicates(parties);
  const updates = new Map(
    parties.flatMap((party) => {
      const [first] = duplicates.get(party.id) ?? [];
      return first && isMeant(party, first.match) ? [[party.id, first.row] as const] : [];
    }),
  );
  return { duplicates, updates, suppressed: await app.capture.suppressed(parties) };
}

/** A number or an address alone is that of whoever has it on file: a record of its own would say nothing more. */
function isMeant(party: PartyDraft, { tier, reasons }: Match): boolean {
  const isHeld = reasons.includes('email') || reasons.includes('phone');
  return tier === 'same' || (isNameless(party) && isHeld);
}

/** A card as it is ticked beforehand: nothing that would replace a value on file, nobody who asked not to be filed again. */
export function judge({ updates, suppressed }: OnFile): (party: PartyDraft) => PartyDraft {
  return (party) => {
    if (suppressed.has(party.id)) return { ...party, ticked: false };
    const row = updates.get(party.id);
    if (!row) return party;
    const values = party.values.map((value) => ({
      ...value,
      ticked: value.ticked && relationTo(row, value) !== 'differs',
    }));
    return { ...party, ticked: party.ticked || party.kind === 'company', values };
  };
}
