import { isHanName, isTitle, personIn } from '../record/person-words';
import { matchesAround } from '../text/around';
import { foldWidth } from '../text/fold-width';
import type { Line, Snapshot } from '../text/snapshot';
import { COMPOUND, SURNAMES } from './surnames';
import type { TextPerson } from './text-people';

const NAME = `(?:(?:${COMPOUND})[\\u4e00-\\u9fff]{1,2}|[${SURNAMES}][\\u4e00-\\u9fff]{1,2})`;
const TITLE =
  '(?:总经理|副总经理|總經理|经理|經理|销售总监|总监|總監|主任|董事长|董事長|厂长|店长|主管|工程师|工程師|律师|律師|教授|医生|醫生|医师|醫師|院长|院長|校长|校長|所长|所長|局长|局長|处长|處長|科长|科長|部长|部長|会长|會長|总裁|總裁|会计师|會計師|设计师|設計師|秘书长|秘書長|老师|老師|先生|女士|小姐|总|總|工)';
const LABEL =
  '(?:联[^\\S\\n]{0,6}系[^\\S\\n]{0,6}人|聯[^\\S\\n]{0,6}絡[^\\S\\n]{0,6}人|聯繫人|联络人|负[^\\S\\n]{0,6}责[^\\S\\n]{0,6}人|业务联系人|負責人|法定代表人|法人代表|法人|总经理|销售经理|业务经理|经理|企业法人|代表人|店长|厂长|经营者|投资人|执行董事|董事长|董事会秘书|董秘|证券事务代表|客户经理|区域经理|项目经理|业务员|业务代表|销售代表|业务主管)';

const LABELLED = new RegExp(
  `(${LABEL})\\s{0,2}(?:[:：]|\\n)\\s{0,3}(${NAME})(?:\\s{0,2}[(（]([\\u4e00-\\u9fff]{0,6}${TITLE})[)）]|\\s{0,2}(${TITLE}))?(?![\\u4e00-\\u9fff])`,
  'g',
);
const ADDRESSED = new RegExp(
  `(?<![\\u4e00-\\u9fff])([${SURNAMES}][\\u4e00-\\u9fff]{0,2}?)\\s?(${TITLE})(?![\\u4e00-\\u9fff])`,
  'g',
);
/** `外贸经理 周琳 Lynn`, at the beginning of a line. */
const TITLE_FIRST = new RegExp(
  `(?<=^|\\n)([\\u4e00-\\u9fff]{0,4}(?:经理|經理|总监|總監|主管|业务员|業務員|业务|業務|局长|局長|院长|院長|校长|校長|所长|所長|处长|處長|书记|書記|主任|会长|會長|部长|部長)) {1,3}(${NAME})(?=\\s|$)`,
  'g',
);
/** `<label>联系人</label><span>周婷婷</span>`: told apart by nothing but their elements. */
const GLUED = new RegExp(`(?<=^|\\n)(联系人|聯絡人|负责人|負責人)(${NAME})(?=[\\s/(]|$)`, 'g');
/** `王经理`, of somebody of whom no more is said. */
const CALLED = new RegExp(`^[${SURNAMES}](?:${TITLE})$`);
const IN_LABEL = new RegExp(`(${LABEL})\\s{0,2}[:：]\\s{0,3}([${SURNAMES}](?:${TITLE}))`, 'g');

/** The parts of these without which nobody is named. */
const AFTER_TITLE = { core: /[理监監管员員务務长長记記任] {1,3}[\u4e00-\u9fff]/g, reach: 60 };
const AFTER_LABEL = { core: /[:：\n人]\s{0,3}[\u4e00-\u9fff]/g, reach: 60 };
const BEFORE_END = { core: new RegExp(`${TITLE}(?![\\u4e00-\\u9fff])`, 'g'), reach: 60 };

/** Titles that say how somebody is addressed, not what they do. */
const MERE_FORM = /^(?:先生|女士|小姐|总|總|工|老师|联系人|聯絡人|聯繫人|联络人|业务联系人|法人|负责人|負責人)$/;

/** Chinese people: after 联系人, 经理 and the like, or with 先生, 女士, 经理 behind the name. Two characters alone are a word. */
export function readChinesePeople({ flat, lines }: Snapshot): TextPerson[] {
  const found: TextPerson[] = [];
  const add: Add = (name, title, at, confidence) => {
    if (found.length >= 50 || found.some((one) => one.at <= at && at < one.end)) return;
    if (name.length > 1 && !CALLED.test(name) && !isHanName(name)) return;
    const own = MERE_FORM.test(title.replace(/\s/g, '')) ? {} : { title };
    found.push({ name, at, end: at + name.length, line: lineIndex(lines, at), confidence, isOutsider: false, ...own });
  };
  for (const pattern of [LABELLED, IN_LABEL, GLUED])
    for (const { match, at } of matchesAround(flat, pattern, AFTER_LABEL)) {
      const [whole, label = '', name = ''] = match;
      add(name, match[3] ?? match[4] ?? label, at + whole.indexOf(name, label.length), 0.9);
    }
  addTitled(flat, add);
  for (const { match, at } of matchesAround(flat, ADDRESSED, BEFORE_END)) {
    const [, name = '', title = ''] = match;
    const isCallName = name.length === 1;
    add(isCallName ? name + title : name, title, at, isCallName ? 0.75 : 0.85);
  }
  addHeaded(lines, add);
  return found;
}

function addHeaded(lines: readonly Line[], add: Add): void {
  for (const [i, line] of lines.entries()) {
    const { text, at, hidden, areas } = line;
    if (hidden || text.length > LONGEST_HEAD || areas.has('nav') || !/^[\u4e00-\u9fff]{2}/.test(text)) continue;
    const found = headOf(text, foldWidth(lines[i + 1]?.text ?? ''));
    if (found && isHanName(found.name)) add(found.name, found.title, at, HEADED);
  }
}

const LONGEST_HEAD = 40;
const HEADED = 0.85;

/** A line that is a name, above a line that is a position; or both in one line: `沈岳` over `创始合伙人`, `蘇柏翰 院長`. */
function headOf(text: string, below: string): { readonly name: string; readonly title: string } | undefined {
  const [name] = /^[\u4e00-\u9fff]{2,4}(?=(?: [A-Za-z][A-Za-z .'-]{1,30})?$)/.exec(text) ?? [];
  if (name !== undefined && isPosition(below)) return { name, title: below };
  const both = personIn(text);
  return both?.title !== undefined && text.startsWith(both.name) ? { name: both.name, title: both.title } : undefined;
}

/** `合伙人 律师`, `合夥人 Partner`: nothing but positions. */
function isPosition(text: string): boolean {
  return text !== '' && text.length <= LONGEST_HEAD && text.split(/[ /、,;]{1,3}/).every((one) => isTitle(one));
}

type Add = (name: string, title: string, at: number, confidence: number) => void;

function addTitled(flat: string, add: Add): void {
  for (const { match, at } of matchesAround(flat, TITLE_FIRST, AFTER_TITLE)) {
    const [whole, title = '', name = ''] = match;
    add(name, title, at + whole.indexOf(name, title.length), 0.85);
  }
}

function lineIndex(lines: readonly { readonly at: number }[], at: number): number {
  return Math.max(
    0,
    lines.findLastIndex((line) => line.at <= at),
  );
}
