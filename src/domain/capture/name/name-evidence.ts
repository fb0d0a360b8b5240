import type { SourceKind } from '../../records/evidence';
import type { PageHead } from '../page-head';
import { snippetAt } from '../text/snippet';
import type { Line, Snapshot } from '../text/snapshot';
import { spellingOfHost } from './host-spelling';
import { asName, HAN_REGISTERED, LEGAL_FORM } from './name-words';

/** Something that says whose page it is. Two of one `kind` count once. */
export interface NameEvidence {
  readonly name: string;
  readonly kind: string;
  /** 0…1: how often such a text is the company's name, all else unknown. */
  readonly weight: number;
  readonly source: SourceKind;
  readonly snippet: string;
  readonly at?: number;
}

const SEGMENTS =
  /\s+[-–—|·•»:>~]+\s*|\s*[-–—|·•»>~]+\s+|[|｜_»]|\s*——?\s*|:\s+|(?<=[\u4e00-\u9fff])[-–](?=[\u4e00-\u9fff])/;
const RIGHTS =
  /(?:©|\(c\)|copyright|版权所有|版權所有)[\s©:：-]*(?:\(c\)|copyright)?\s*(?:by\s+)?(?:(?:19|20)\d\d(?:\s?[-,]\s?(?:19|20)?\d\d)*)?[\s,.:©-]*(?:by\s+|bei\s+)?([^\n|©]{2,90})/gi;
const RIGHTS_END =
  /\s*(?:[|•·]|\ball rights|\balle rechte|\btous droits|\bpowered by|\b(?:site |web ?site )?design|\bprivacy|\bterms|\bsite\s?map|保留|版权|版權|ICP|备案|地址|电话|,?\s(?:19|20)\d\d|\.\s|\s-\s|\s{2}).*$/i;
const LABELLED =
  /(?:^|\n)\s*(?:公司名称|企业名称|单位名称|公司全称|公司名稱|名称|主办单位|开发商|運營單位|运营方|营业执照名称|company name|company|firma|firmenname|unternehmen|raison sociale|société|diensteanbieter|anbieter|betreiber|herausgeber|verantwortlich)\s{0,3}[:：]\s{0,3}([^\n]{2,80})/gi;

/** Everything on a page that may be its company's name. */
export function nameEvidence(head: PageHead, snapshot: Snapshot, label: string): NameEvidence[] {
  const { text } = snapshot;
  const at = (kind: string, weight: number, name: string, where: number): NameEvidence[] => {
    const clean = asName(name);
    const snippet = snippetAt(snapshot, where, where + name.length);
    return clean === '' ? [] : [{ name: clean, kind, weight, source: 'text', snippet, at: where }];
  };
  const spelling = spellingOfHost(text, label);
  return [
    ...headEvidence(head),
    ...(spelling ? at('spelling', 0.6 + Math.min(0.2, spelling.count / 20), spelling.text, spelling.at) : []),
    ...[...text.matchAll(RIGHTS)].flatMap((match) => {
      const name = (match[1] ?? '').replace(RIGHTS_END, '');
      return at('rights', 0.5, name, match.index + match[0].indexOf(match[1] ?? ''));
    }),
    ...[...text.matchAll(LABELLED)].flatMap((match) =>
      at('labelled', 0.75, match[1] ?? '', match.index + match[0].indexOf(match[1] ?? '')),
    ),
    ...snapshot.lines.slice(0, 3000).flatMap((line) => lineEvidence(line, at)),
  ];
}

const LEGAL_LINE = 0.35;
/** Others are named further up. */
const LEGAL_IN_FOOTER = 0.5;

type At = (kind: string, weight: number, name: string, where: number) => NameEvidence[];

/** Headings, and lines that are a registered name and nothing else. */
function lineEvidence(line: Line, at: At): NameEvidence[] {
  if (line.areas.has('others') || line.hidden) return [];
  const found: NameEvidence[] = [];
  if (line.heading === 1) found.push(...at('heading', 0.2, line.text, line.at));
  else if (line.heading === 2 && line.text.length < 50) found.push(...at('heading2', 0.1, line.text, line.at));
  if (line.areas.has('header') && line.text.length < 60 && line.linked < line.text.length)
    found.push(...at('header', 0.15, line.text, line.at));
  if (isLegalLine(line.text))
    found.push(...at('legal line', line.areas.has('footer') ? LEGAL_IN_FOOTER : LEGAL_LINE, line.text, line.at));
  else found.push(...registeredWithin(line, at));
  return found;
}

/** A registered name and little else; not one in a sentence: `…投资经验，曾任职于某某有限公司投资银行部。` */
function isLegalLine(text: string): boolean {
  if (text.length > 70 || !LEGAL_FORM.test(text) || /\d{3}|@/.test(text)) return false;
  const at = HAN_REGISTERED.exec(text)?.index ?? 0;
  return !/[，,。；;、]\s?$/.test(text.slice(0, at));
}

/** `某某有限公司 沪ICP备…`, `某某有限公司 | 统一社会信用代码 …`: a registered name at the beginning of a longer line. */
function registeredWithin({ text, at: start }: Line, at: At): NameEvidence[] {
  const name = text.length <= 300 ? HAN_REGISTERED.exec(text.slice(0, 60)) : null;
  return name?.index === 0 ? at('legal line', LEGAL_LINE, name[0], start) : [];
}

function headEvidence(head: PageHead): NameEvidence[] {
  const from = (kind: string, weight: number, text: string, snippet = text): NameEvidence[] => {
    const name = asName(text);
    return name === '' ? [] : [{ name, kind, weight, source: 'page-head', snippet: snippet.slice(0, 200) }];
  };
  const segments = head.title.split(SEGMENTS).filter((part) => part.trim() !== '');
  return [
    ...head.siteNames.flatMap((name) => from('site name', 0.55, name)),
    ...head.appNames.flatMap((name) => from('app name', 0.5, name)),
    ...head.authors.flatMap((name) => from('author', 0.2, name)),
    ...head.logos.flatMap((name) => from('logo', 0.4, name)),
    ...segments.flatMap((part, i) =>
      from('title', segments.length === 1 ? 0.35 : i === segments.length - 1 || i === 0 ? 0.35 : 0.2, part, head.title),
    ),
  ];
}
