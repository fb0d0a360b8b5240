const HAN_ORGANISATION =
  '公司|集团|集團|事务所|事務所|医院|醫院|学校|學校|大学|大學|[\\u4e00-\\u9fff]{2}(?:学院|學院|學系|银行|銀行|委员会|委員會|管理局)|酒店|飯店|商行|律師行|中心|厂|廠|协会|協會|学会|學會|基金会|基金會|诊所|診所|研究院|研究所';
/** How names of Chinese organisations end. */
export const HAN_FORM = new RegExp(`(?:${HAN_ORGANISATION})$`);
/** `梁葉律師行 Leung & Yip Solicitors`: a name in both scripts. */
const HAN_LED = new RegExp(
  `^([\\u4e00-\\u9fff()（）·]{2,30}?(?:${HAN_ORGANISATION}))\\s+[A-Za-z][A-Za-z&,.'() -]{3,70}$`,
);

/** Words by which a text is seen to be a company's registered name. */
export const LEGAL_FORM =
  /(有限公司|股份公司|有限责任公司|集团|集團|株式会社|事务所|\b(?:GmbH|AG|KG|KGaA|OHG|UG|GbR|PartG(?:\s?mbB)?|e\.\s?K\.|e\.\s?U\.|eG|e\.\s?V\.|SE|Ltd\.?|Limited|Inc\.?|Incorporated|LLC|L\.L\.C\.|LLP|PLLC|P\.?C\.|Corp\.?|Corporation|S\.?A\.?R\.?L\.?|S\.?A\.?S\.?|S\.?A\.|B\.?V\.?|N\.?V\.?|Pty|DAC|PLC|Oy|AB|A\/S|ApS|S\.?p\.?A\.?|S\.?r\.?l\.?|Lda\.?|Co\.)(?=$|[\s,.)]))/;

/** What pages are called, which no company is. */
const PAGE_WORDS =
  /^(?:the )?(?:us|me|you|home ?(?:page)?|welcome|index|untitled(?: document)?|contact(?: ?us| information| info| details| form| page| me)?|contacts|about(?: ?us| me| the company)?|kontakt|impressum|über uns|ueber uns|start(?:seite)?|willkommen|accueil|nous contacter|contactez[- ]nous|mentions légales|datenschutz|agb|login|sign in|register|search|sitemap|news|blog|faq|help|support|services?|products?|our (?:team|services|company|story|people|staff|history|office|offices|locations?)|team|staff|locations?|offices?|directions|map|menu|main|default|page|overview|company|customer service|privacy(?: policy)?|terms(?: of (?:use|service))?|careers?|jobs|testimonials|gallery|portfolio|what our customers say|official (?:site|website)|online|shop|store|get in touch|find us|email us|meet (?:the|our) (?:team|staff)|new|more|logo|image|photo|banner|header|首页|主页|网站首页|联系我们|联系方式|联络我们|聯絡我們|联系|关于我们|關於我們|公司简介|公司介绍|企业简介|官网|官方网站|首頁|产品中心|新闻中心|服务|团队|登录|注册|手机版|招生咨询|招生办公室|招贤纳士|人才招聘|投资者关系|网点查询|工商信息|企业公示|营业执照|证照信息|法律信息|资质公示|联系信息|供应商信息|企业信用信息|企业基本信息|公司基本資料|據點資訊|聯絡方式|联系方式|亮照经营|[\u4e00-\u9fff]{0,4}(?:团队|團隊|人员|人員|据点|據點|队伍|隊伍|职能|職能|概况|概況|一覽|一览|分工|名录|名錄|详情|詳情)|服务单位|服務單位|成员企业|酒店简介|(?:股份)?有限(?:责任|責任)?公司(?:[(（][^)）]{0,20}[)）])?)$/i;

const LEADING =
  /^(?:welcome to(?: the)?|about|contact(?: us| information)?(?: (?:at|for|-))?|home(?: of)?|kontakt(?: zu)?|impressum(?: der)?|willkommen (?:bei|auf)|bienvenue chez|visit|the official (?:site|website|home page) of|copyright|©|\(c\)|欢迎(?:来到|光临|访问)?|关于)[\s:,-]+/i;
const TRAILING =
  /[\s:,-]+(?:logo|home ?page|home|official (?:site|website)|website|web site|online|contact(?: us)?|about(?: us)?|kontakt|impressum|startseite)$|(?:官网|官方网站|首页|联系我们|欢迎您|logo)$/i;

const RIGHTS_END =
  /\s*(?:版权所有|版權所有|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵黔粤青藏川蜀宁琼]ICP).*$/;
/** A Chinese registered name within a longer text: behind a label, before a place or a note. */
export const HAN_REGISTERED =
  /[\u4e00-\u9fffA-Za-z\d()（）·&]{2,40}?(?:股份有限公司|有限责任公司|有限責任公司|有限公司)(?:[\u4e00-\u9fff]{2,8}分公司)?/;

/** A sentence that a name stands in: `曾任职于某某有限公司`. */
const TOLD =
  /^[\u4e00-\u9fff]{0,8}?(?:任职于|任職於|就职于|就職於|供职于|服务于|服務於|隶属于|隸屬於|毕业于|畢業於|成立于|成立於|收购|收購|代表)[\u4e00-\u9fff]{3}/;

/** A text as it may be a name: without greetings, names of pages and outer signs. Empty for what is no name. */
export function asName(text: string): string {
  let name = text;
  // What one look takes away may leave something for the next.
  for (let i = 0; i < 5; i++) {
    const clean = cleaned(name);
    if (clean === name) break;
    name = clean;
  }
  return name;
}

function cleaned(text: string): string {
  // Letters that were lost on the way here.
  if (/[�]|ï¿½/.test(text)) return '';
  let name = text.replace(/\s+/g, ' ').replace(/^[\s"'“”«»|,;:•·*-]+|[\s"'“”«»|,;:•·*®™-]+$/g, '');
  if (PAGE_WORDS.test(name)) return '';
  name = hanIn(name) ?? name.replace(RIGHTS_END, '');
  for (let i = 0; i < 3; i++) name = name.replace(LEADING, '').replace(TRAILING, '').trim();
  name = name
    .replace(/[®™©]/g, '')
    .replace(/(?<![A-Z]|\.[a-z]|\bInc|\bLtd|\bCo|\bCorp|\bJr|\bDr)\.$/, '')
    .trim();
  const isName = name.length >= 2 && name.length <= 80 && /\p{L}/u.test(name) && !PAGE_WORDS.test(name);
  return isName && name.split(' ').length <= 9 ? name : '';
}

/** The Chinese name within a longer text; empty where a sentence tells of it. */
function hanIn(text: string): string | undefined {
  const name = HAN_REGISTERED.exec(text)?.[0] ?? HAN_LED.exec(text)?.[1];
  return name !== undefined && TOLD.test(name) ? '' : name;
}
