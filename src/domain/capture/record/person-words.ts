import { findNames, nameInCapitals } from '../people/find-names';
import { isJobTitle } from '../people/job-title';
import { COMPOUND, SURNAMES } from '../people/surnames';

/** A piece of text that names a person, with a title that is written together with the name. */
export interface PersonWords {
  readonly name: string;
  readonly title?: string;
  /** Known by a first name, a family name or a form of address; otherwise only shaped like a name. */
  readonly isSure: boolean;
}

const FAMILY = `(?:${COMPOUND}|[${SURNAMES}])`;
const HAN = '\\u4e00-\\u9fff';
const WHOLE_NAME = new RegExp(
  `^(?:(?:${COMPOUND}) ?[${HAN}]{1,2}|[${SURNAMES}] ?[${HAN}]{1,2}|[${SURNAMES}] ?[${HAN}] [${HAN}])$`,
);
const FORM = '先生|女士|小姐|老师|老師|师傅|師傅|太太|總|总|工|哥|姐';
const POSITION =
  '总经理|副总经理|總經理|副總經理|副总|副總|经理|經理|總監|总监|主任|董事长|董事長|主管|工程师|工程師|部长|部長|厂长|廠長|店长|店長|专员|專員|助理|顾问|顧問|代表|会计|會計|出纳|采购员|采购|業務員|业务员|總裁|总裁|首席[\\u4e00-\\u9fff]{1,4}官|创始人|創辦人|合伙人|律师|律師|教授|医生|醫師|医师|课长|課長|科长|科長|处长|處長|秘书长|秘書長|秘书|秘書|会长|會長|理事长|理事長|理事|设计师|設計師|建筑师|建築師|會計師|会计师|襄理|協理|副理|特助|組長|组长|院长|院長|校长|校長|负责人|負責人|文员|客服|站长|站長|队长|隊長|主席|监事|監事|董事|所长|所長|局长|局長|合夥人|創始人|技士|技师|技師|讲师|講師|研究员|研究員|书记|書記|药师|藥師|护士长|護理長|分析师|分析師|總編|主编|編輯|编辑|委员|委員|秘书|店主|老板|销售|銷售|业务|業務|跟单|外贸';
const HAN_TITLE = new RegExp(`^[${HAN}A-Za-z·/&]{0,12}(?:${POSITION})(?:[(（][${HAN}]{1,6}[)）])?$`);
const CALLED = new RegExp(`^(${FAMILY}[${HAN}]{0,2}?) ?[(（]?(${POSITION}|${FORM})[)）]?$`);
const TITLE_FIRST = new RegExp(`^([${HAN}]{0,8}(?:${POSITION}))[ :：·]{0,2}(${FAMILY}[${HAN}]{1,2})(?:${FORM})?$`);
const MERE_FORM = new RegExp(`^(?:${FORM})$`);
const LEAD =
  /^(?:你好|您好|我是|我叫|请联系|請聯絡|请找|請找|联系|聯絡|找|致电|with|contact|attn\.?|ansprechpartner(?:in)?:?|herrn|z\.\s?hd\.|by|i\. ?[av]\.|ppa\.)[\s,:，：]{0,3}/i;
/** Words and places that begin with the character of a family name. */
const NOT_HAN_NAME =
  /^(?:董事|高级|高級|商务|商務|商业|商業|常年|常规|常規|常熟|常德|常温|储备|储值|储存|豐富|豐原|丰富|關注|關閉|關鍵|關係|关闭|关键|关系|齊全|蘭州|洪山|晋江|沐浴|淳安|湛江|鹿港|靖江|巴士|巴黎|廉江|廉政|蓝牙|藍牙|蓝天|龐大|畢業|毕业|连锁|連鎖|時間|管理|营业|部门|经验|解决|解決|武汉|武漢|武昌|温泉|高雄|高新|龙岩|余姚|唐山|荣誉|榮譽|明星|方法|许可|時尚|时尚|尚未|支持|文化|水电|牛奶|花园|米其|游戏|路易|段位|章程|盛大|曲线|车型|车身|白酒|鲁迅|岳阳|应聘|應徵|應用|敬请|敬請|祖国|舒适|盖章|丰田|东方|東方|方向|方便|白金|华东|华南|华北|华中|金牌|时间|安全|成立|成都|江苏|江西|常州|温州|溫州|广州|徐州|郑州|鄭州|苏州|蘇州|沈阳|连云港|池州|黄山|黃山|余杭|项目|安装|单位|和平|金属|车间|宁波|祝好|谢谢|謝謝|顾问|顧問|常务|万元|包装|游客|龙岗|关于|關於|关注|安徽|云南|雲南|管理|席位|于都|石家庄|马来|钱币|国家|全国|全部|平台|和谐|车辆|强大|华为|于是|向您|向你|方式|单价|单号|金额|高效|高端|平安|祝您|祝你|祝福|安排|时候|成功|成品|明天|明细|和您|任何|任务|应该|应用|单独|连接|简介|简体|簡介|石材|石油|水泥|水务|金融|马上|毛重|万能|白色|黑色|黄色|红色|蓝色|路线|路口|梅州|柳州|滕州|莱芜|邓州|福州|郴州|雷州|林业|森林|牛肉|车位|温馨|温度|易燃|段落|党员|常见|常用|贺卡|施工|孔径|余额|童装|甘肃|宁夏|湖南|海南|陕西|山东)|[市县縣省镇鎮路街区區部处處室组組科店厂廠行号號楼樓层層台版类類型品网網站群团團社]$/;

/** The person that a whole piece of text names; undefined for what is no name. Of full-width signs either form. */
export function personIn(piece: string): PersonWords | undefined {
  const text = piece.trim().replace(LEAD, '').trim();
  if (text === '' || text.length > 60) return undefined;
  return /[\u4e00-\u9fff]/.test(text) ? chinesePerson(text) : latinPerson(text);
}

/** Whether a text is a Chinese name, family name first, and nothing else. */
export function isHanName(text: string): boolean {
  return WHOLE_NAME.test(text) && !NOT_HAN_NAME.test(text) && !HAN_TITLE.test(text);
}

/** Whether a piece of text is the title of a position, in any of the languages. */
export function isTitle(piece: string): boolean {
  const text = piece.trim();
  if (/[\u4e00-\u9fff]/.test(text)) return text.length <= 20 && HAN_TITLE.test(text) && !WHOLE_NAME.test(text);
  const [first = '', ...rest] = text.split(/\s?[,|–]\s?|\s-\s/);
  // `Anna Vogt, Head of Sales` is two things.
  if (rest.length > 0 && personIn(first) !== undefined) return false;
  return isJobTitle(text) || (text.length <= 60 && MORE_TITLES.test(text) && !/[@!?\d]/.test(text));
}

const MORE_TITLES =
  /\b(?:managing|verkaufsleitung|einkaufsleiter(?:in)?|projektleiter(?:in)?|techniker(?:in)?|ingenieur(?:in)?|berater(?:in)?|außendienst|innendienst|sekretariat|disponent(?:in)?|meister(?:in)?|referent(?:in)?|vorsitzende[rn]?|schriftführer(?:in)?|kassenwart(?:in)?|rechtsanwalt|rechtsanwältin|steuerberater(?:in)?|architekt(?:in)?|lead|specialist|recruiter|researcher|lecturer|intern|fellow|deputy|registrar|librarian|curator|buyer|controller)\b/i;

function chinesePerson(text: string): PersonWords | undefined {
  if (NOT_HAN_NAME.test(text)) return titleFirst(text);
  const isName = WHOLE_NAME.test(text) && !HAN_TITLE.test(text);
  return (
    calledPerson(text) ?? titleFirst(text) ?? (isName ? { name: text.replace(/ /g, ''), isSure: true } : undefined)
  );
}

const ONE_FAMILY = new RegExp(`^${FAMILY}$`);

/** `李娜经理`, `王总`: of somebody who is only called by family name and title, that is the name. */
function calledPerson(text: string): PersonWords | undefined {
  const [, name = '', title = ''] = CALLED.exec(text) ?? [];
  if (ONE_FAMILY.test(name)) return { name: name + title, isSure: true };
  if (!WHOLE_NAME.test(name)) return undefined;
  return { name, isSure: true, ...(MERE_FORM.test(title) ? {} : { title }) };
}

/** `销售经理李娜`. */
function titleFirst(text: string): PersonWords | undefined {
  const [, title = '', name = ''] = TITLE_FIRST.exec(text) ?? [];
  return WHOLE_NAME.test(name) && !NOT_HAN_NAME.test(name) ? { name, title, isSure: true } : undefined;
}

const TURNED = /^([A-ZÄÖÜ][\p{L}'-]{1,25}), ((?:Dr\. )?[A-ZÄÖÜ][\p{L}-]{1,20}(?: [A-Z]\.?)?)$/u;
const FORMS =
  /^(?:(?:Dr|Mr|Mrs|Ms|Miss|Prof|Herr|Frau|Dipl\.-(?:Ing|Kfm|Kffr|Wirt\.-Ing)|Ing|Mag|Sir)\.?(?: ?\(FH\))? (?:med\. |h\. ?c\. |Ing\. )?){1,3}/;

function latinPerson(text: string): PersonWords | undefined {
  const turned = TURNED.exec(text);
  const straight = turned ? `${turned[2] ?? ''} ${turned[1] ?? ''}` : text;
  const plain = straight.replace(FORMS, '');
  const shouted = nameInCapitals(plain);
  if (shouted) return { name: shouted, isSure: true };
  const [place, ...more] = findNames(plain);
  if (!place || more.length > 0 || place.at > 0 || place.end < plain.replace(/[.,;\s]+$/, '').length) return undefined;
  return { name: place.name, isSure: place.isSure || plain !== straight };
}
