import type { Steps } from '@/src/kernel/steps';
import { readAddresses } from '../address/text-address';
import { readEmails } from '../email/text-email';
import type { FoundValue, PartyField } from '../found';
import { accountsInText } from '../im/text-accounts';
import { linkPeople } from '../people/link-people';
import { readPeople } from '../people/text-people';
import { readIds } from '../register/text-ids';
import type { Party } from '../schema-party';
import { readPhones } from './phones';
import type { RegionMap } from './region-map';
import { snippetAt } from './snippet';
import type { Line, Snapshot } from './snapshot';

/** What the text of a page says: parties it tells apart, and values of whoever the page is about. */
export interface TextFindings {
  readonly parties: readonly Party[];
  readonly loose: readonly FoundValue[];
}

interface Placed extends Omit<FoundValue, 'field' | 'sources'> {
  readonly at: number;
  readonly end: number;
}

/** What is not drawn may be out of date or meant for others: it is shown, but not ticked beforehand. */
const MOST_IF_HIDDEN = 0.7;

/** What is somebody else's, or for complaints alone, is never the company's own. */
const MOST_OF_OTHERS = 0.3;
const COMPLAINTS = /(?:举报|舉報|投诉|申訴|不良信息|jubao)[^\n]{0,10}$/;

const NAMED = /[\u4e00-\u9fff]{2,20}(?:公司|酒店|集团|商行|事务所)/;

/** How sure a value of a line can be: less in one that is not drawn, least where that names somebody the page does not. */
function mostOf(line: Line | undefined, flat: string): number {
  if (!line?.hidden) return 1;
  const name = NAMED.exec(line.text)?.[0];
  const isStranger = name !== undefined && flat.indexOf(name) === flat.lastIndexOf(name);
  return isStranger ? MOST_OF_OTHERS : MOST_IF_HIDDEN;
}

/** @param isOthers whether a place of the text is about somebody else than the page's company. */
export function* readText(
  snapshot: Snapshot,
  regions: RegionMap,
  isOthers: (at: number) => boolean = () => false,
): Steps<TextFindings> {
  const found = (field: PartyField, values: readonly Placed[]): FoundValue[] =>
    values.map(({ at, end, confidence, ...value }) => {
      const isQuoted = lineAt(snapshot.lines, at)?.areas.has('strangers') ?? false;
      const ofOthers =
        isQuoted || isOthers(at) || (field === 'emails' && COMPLAINTS.test(snapshot.flat.slice(at - 24, at)));
      const most = ofOthers ? MOST_OF_OTHERS : mostOf(lineAt(snapshot.lines, at), snapshot.flat);
      return {
        field,
        ...value,
        confidence: Math.min(confidence, most),
        ...(ofOthers ? { ofOthers } : {}),
        sources: [{ kind: 'text', snippet: snippetAt(snapshot, at, end), at }],
      };
    });
  const loose = found('phones', readPhones(snapshot, regions));
  yield;
  loose.push(...found('emails', readEmails(snapshot)));
  yield;
  loose.push(...found('addresses', readAddresses(snapshot, regions)));
  yield;
  loose.push(...found('registrationIds', readIds(snapshot)), ...found('accounts', accountsOf(snapshot)));
  yield;
  return { parties: linkPeople(readPeople(snapshot), loose, snapshot), loose };
}

const BY_LABEL = 0.85;

function accountsOf({ flat, text }: Snapshot): Placed[] {
  return accountsInText(text, flat).map(({ raw, normal, at, end }) => ({
    raw,
    normal,
    at,
    end,
    confidence: BY_LABEL,
  }));
}

/** The line that a place of the text is on. */
function lineAt(lines: readonly Line[], at: number): Line | undefined {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return lines[low - 1];
}
