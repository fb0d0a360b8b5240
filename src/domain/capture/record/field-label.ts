/** What a label says stands behind it. `name`: of a company or a person; `other`: nothing that is kept. */
export type FieldLabel =
  | 'company'
  | 'person'
  | 'name'
  | 'title'
  | 'phone'
  | 'email'
  | 'website'
  | 'address'
  | 'street'
  | 'postcode'
  | 'city'
  | 'account'
  | 'other';

/** Where a label stands in a line, and where what it labels begins. */
export interface LabelPlace {
  readonly label: FieldLabel;
  readonly at: number;
  readonly end: number;
}

const WORDS: readonly (readonly [FieldLabel, string])[] = [
  [
    'company',
    '公司名称|公司名稱|公司全称|企业名称|企業名稱|单位名称|單位名稱|单位|單位|公司|企业|企業|参展商|參展商|参展企业|展商名称|展商|会员单位|會員單位|会员名称|經銷商|经销商|供应商|供應商|店名|門市|门店|商户|商號|厂家|工厂|機構名稱|机构名称|company(?: name)?|firma|firmenname|unternehmen|betrieb|organi[sz]ation|exhibitor|aussteller|dealer|distributor|händler|vertriebspartner|mitglied|member(?: company)?|supplier|lieferant|employer',
  ],
  [
    'person',
    '姓名|联系人姓名|联系人|联络人|聯絡人|聯繫人|收件人|收货人|收貨人|负责人|負責人|法定代表人|法人代表|法人|经办人|对接人|對口人|聯絡窗口|窗口|业务联系人|销售代表|業務代表|经理|contact person|contact name|contact|ansprechpartner(?:/?in)?|kontaktperson|kontakt|attn|inhaber(?:in)?|geschäftsführer(?:in)?|owner|full name|vor- und nachname|sales rep|representative',
  ],
  ['name', '名称|名稱|名字|name'],
  ['title', '职位|職位|职务|職務|职称|職稱|头衔|頭銜|job title|title|position|role|funktion'],
  [
    'phone',
    '联系电话|聯絡電話|聯繫電話|联系方式|聯絡方式|公司电话|公司電話|办公电话|服务热线|销售热线|客服热线|客服电话|服務專線|手机号码|手机号|手機號碼|手机/微信|电话/微信|手机|手機|行動電話|移动电话|电话号码|电话|電話|座机|直线|直線|总机|總機|热线|熱線|分机|分機|传真|傳真|电传|tel(?: ?/ ?fax)?|telefon(?: ?/ ?fax)?|telephone|telefonnummer|phone(?: number)?|mobile|mob|mobil|handy|cell|fax|telefax|direct|direct dial|durchwahl|zentrale|office|hotline|t|m|f|p|d',
  ],
  ['email', '电子邮箱|电子邮件|電子郵件|電子信箱|邮箱地址|邮箱|信箱|邮件|郵件|e-?mail(?: address)?|mail|e'],
  [
    'website',
    '公司网址|官方网站|网址|網址|网站|網站|官网|官網|主页|首頁|website|web ?site|web|homepage|internet|url|w|www',
  ],
  [
    'address',
    '公司地址|办公地址|辦公地址|联系地址|聯絡地址|通讯地址|通訊地址|收货地址|收貨地址|收件地址|详细地址|店址|门店地址|所在地址|所在地|厂址|住址|地址|地点|地點|address|adresse|anschrift|add|addr',
  ],
  ['street', 'street|straße|strasse|street address|str\\.'],
  ['postcode', '邮政编码|邮编|郵編|郵遞區號|plz|zip(?: code)?|postcode|postal code|postleitzahl'],
  ['city', '城市|縣市|县市|city|town|ort|stadt|plz ?/ ?ort|plz,? ort'],
  ['account', '微信号|微信號|微信|wechat(?: id)?|weixin|vx|qq号|qq號|qq|line(?: id)?|whatsapp|skype|telegram'],
  [
    'other',
    '展位号|展位號|展位|攤位號碼|攤位|展馆|展館|主营产品|主营业务|主营|主要產品|主要产品|經營項目|经营范围|产品|產品|产品类别|服务项目|服務項目|营业时间|營業時間|编号|編號|序号|序號|会员编号|會員編號|备注|備註|说明|生日|性别|部门|部門|行业|行業|产业|類別|类别|区域|區域|地区|地區|省份|国家|國家|日期|成立时间|成立日期|注册资本|规模|税号|統一編號|统一编号|統編|统一社会信用代码|社会信用代码|开户行|账号|帳號|订单号|品牌|级别|等级|评分|booth(?: no\\.?)?|stand(?: no\\.?)?|halle|hall|products?|produkte|sortiment|services?|leistungen|opening hours|hours|öffnungszeiten|no\\.?|nr\\.?|#|id|notes?|bemerkung(?:en)?|department|abteilung|branche|industry|category|kategorie|region|state|land|country|date|datum|order|vat(?: no\\.?)?|vat id|ust-?id(?:nr\\.?)?|brands?|marken|rating|member since|mitglied seit|languages?|sprachen|areas? served|gebiet|subject|betreff|re|price|preis',
  ],
];

/** Labels that stand anywhere in Chinese text, glued to what is before them; the others begin a line or follow a sign. */
const ANYWHERE: ReadonlySet<FieldLabel> = new Set(['phone', 'email', 'address', 'account', 'website']);

const byWord: readonly (readonly [string, FieldLabel])[] = WORDS.flatMap(([label, words]) =>
  words.split('|').map((word) => [word, label] as const),
).sort((a, b) => b[0].length - a[0].length);
/** Chinese labels are spread for looks: a wide blank between their characters. */
const written = (word: string): string => (/^[\u4e00-\u9fff]+$/.test(word) ? [...word].join(' {0,4}') : word);
const alternation = (words: readonly (readonly [string, FieldLabel])[]): string =>
  words.map(([word]) => written(word)).join('|');
const latin = alternation(byWord.filter(([word]) => !/[\u4e00-\u9fff]/.test(word)));
const han = byWord.filter(([word]) => /[\u4e00-\u9fff]/.test(word));
const hanAnywhere = alternation(han.filter(([, label]) => ANYWHERE.has(label)));
const START = '(?<=^|[\\s,;|/.)\\]\\u3001\\u3002\\u3010>*\\u2022-])';
const AFTER = ' {0,3}(?:\\.? {0,2}[:=]|\\u3011:?|\\]:)\\s{0,3}';

const INLINE = new RegExp(`${START}(?:${latin}|${alternation(han)})${AFTER}|(?:${hanAnywhere})${AFTER}`, 'gi');
const WHOLE = new RegExp(`^[\\[\\u3010]?(?:${latin}|${alternation(han)})\\.?[\\]\\u3011]?\\s{0,2}[:.]?$`, 'i');
const BEFORE_BLANK = new RegExp(`^(?:${alternation(han)})\\s{1,6}(?=\\S)`);

const exact = byWord.map(([word, label]) => [new RegExp(`^(?:${written(word)})$`, 'i'), label] as const);

/** What a whole cell, line or heading of a column labels; undefined for what is no label. Full-width signs must be folded. */
export function labelOf(flat: string): FieldLabel | undefined {
  const text = flat.trim();
  return text.length <= 30 && WHOLE.test(text) ? kindOf(text) : undefined;
}

/** The labels in a line, in order: before a colon, in brackets, or the first word of a Chinese line. */
export function labelsIn(flat: string): LabelPlace[] {
  const found: LabelPlace[] = [];
  const add = (match: RegExpExecArray): void => {
    const label = kindOf(match[0]);
    if (label) found.push({ label, at: match.index, end: match.index + match[0].length });
  };
  for (const match of flat.matchAll(INLINE)) add(match);
  const first = BEFORE_BLANK.exec(flat);
  if (first && found[0]?.at !== 0) {
    add(first);
    found.sort((a, b) => a.at - b.at);
  }
  return found;
}

const MOST_KINDS = 2000;
const kinds = new Map<string, FieldLabel | undefined>();

/** The labels of a list are those of its first record, over and over: what one is called is looked for once. */
function kindOf(text: string): FieldLabel | undefined {
  const plain = text.replace(/^[\s[\u3010]+|[\s\]\u3011:=]+$/g, '');
  if (!kinds.has(plain) && kinds.size < MOST_KINDS) kinds.set(plain, kindOfPlain(plain));
  return kinds.has(plain) ? kinds.get(plain) : kindOfPlain(plain);
}

function kindOfPlain(plain: string): FieldLabel | undefined {
  const bare = plain.replace(/\.$/, '');
  return exact.find(([pattern]) => pattern.test(plain) || pattern.test(bare))?.[1];
}
