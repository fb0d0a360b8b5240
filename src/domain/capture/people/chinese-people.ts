import { matchesAround } from '../text/around';
import type { Snapshot } from '../text/snapshot';
import type { TextPerson } from './text-people';

/** Characters that family names are written with. */
export const SURNAMES =
  '王李张劉刘陈陳杨楊黄黃赵趙周吴吳徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鐘谭譚陆陸汪范石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯温溫康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝路游辛靳管柴蒙鲍华喻祁房滕屈饶解牟艾尤时穆农司卓古吉缪简车项连芦麦褚娄戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝';
/** Family names of two characters. */
export const COMPOUND = '欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|司徒|端木';
const NAME = `(?:(?:${COMPOUND})[\\u4e00-\\u9fff]{1,2}|[${SURNAMES}][\\u4e00-\\u9fff]{1,2})`;
const TITLE =
  '(?:总经理|副总经理|總經理|经理|經理|销售总监|总监|總監|主任|董事长|董事長|厂长|店长|主管|工程师|工程師|老师|先生|女士|小姐|总|總|工)';
const LABEL =
  '(?:联系人|聯絡人|聯繫人|联络人|业务联系人|负责人|負責人|法定代表人|法人代表|法人|总经理|销售经理|业务经理|经理|企业法人|代表人|店长|厂长|经营者|投资人|执行董事|董事长|董事会秘书|董秘|证券事务代表|客户经理|区域经理|项目经理|业务员|业务代表|销售代表|业务主管)';

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
  `(?<=^|\\n)([\\u4e00-\\u9fff]{0,4}(?:经理|經理|总监|總監|主管|业务员|業務員|业务|業務)) {1,3}(${NAME})(?=\\s|$)`,
  'g',
);
const IN_LABEL = new RegExp(`(${LABEL})\\s{0,2}[:：]\\s{0,3}([${SURNAMES}](?:${TITLE}))`, 'g');

/** The parts of these without which nobody is named. */
const AFTER_TITLE = { core: /(?:理|监|監|管|员|員|务|務) {1,3}[\u4e00-\u9fff]/g, reach: 60 };
const AFTER_LABEL = { core: /[:：\n]\s{0,3}[\u4e00-\u9fff]/g, reach: 60 };
const BEFORE_END = { core: new RegExp(`${TITLE}(?![\\u4e00-\\u9fff])`, 'g'), reach: 60 };

/** Titles that say how somebody is addressed, not what they do. */
const MERE_FORM = /^(?:先生|女士|小姐|总|總|工|老师|联系人|聯絡人|聯繫人|联络人|业务联系人|法人|负责人|負責人)$/;

/** Chinese people: after 联系人, 经理 and the like, or with 先生, 女士, 经理 behind the name. Two characters alone are a word. */
export function readChinesePeople({ flat, lines }: Snapshot): TextPerson[] {
  const found: TextPerson[] = [];
  const add = (name: string, title: string, at: number, confidence: number): void => {
    if (found.length >= 50 || found.some((one) => one.at <= at && at < one.end)) return;
    const own = MERE_FORM.test(title) ? {} : { title };
    found.push({ name, at, end: at + name.length, line: lineIndex(lines, at), confidence, isOutsider: false, ...own });
  };
  for (const pattern of [LABELLED, IN_LABEL])
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
  return found;
}

function addTitled(flat: string, add: (name: string, title: string, at: number, confidence: number) => void): void {
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
