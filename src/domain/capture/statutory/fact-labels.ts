import type { CompanyField } from '../found';

/** What a business-information block says of a company, besides what other readers find there. */
export type FactField = Extract<
  CompanyField,
  'legalName' | 'legalRepresentative' | 'registeredCapital' | 'founded' | 'registrationState' | 'industry'
>;

/** Labels as registers, licences and company pages write them, blanks left out. */
const LABELS: Readonly<Record<FactField, string>> = {
  legalName:
    '公司名称|企业名称|单位名称|公司全称|企业全称|公司名稱|企業名稱|商業名稱|名称|字号名称|营业执照名称|主体名称|机构名称|商号|社名|会社名|firma|firmenname|firmenwortlaut|eingetragenerfirmenname|unternehmen|diensteanbieter|raisonsociale|dénomination|dénominationsociale|companyname|registeredname',
  legalRepresentative:
    '法定代表人|法人代表|企业法人|法人|法人/负责人|法人姓名|法定代表人/负责人|法定代表人姓名|经营者|經營者|负责人|負責人|負責人姓名|代表人|代表人姓名|执行事务合伙人|投资人|代表者|代表者名|代表取締役',
  registeredCapital:
    '注册资本|注册资金|註冊資本|资本额|資本額|資本總額|資本金|資本總額(元)|认缴出资额|出资额|stammkapital|grundkapital|capital|capitalsocial|registeredcapital',
  founded:
    '成立日期|成立时间|成立時間|公司成立|注册日期|注册时间|設立日期|核准設立日期|创立时间|创建时间|成立年份|gründungsdatum|datumderersteintragung|tagderersteintragung|ersteintragung|datedecréation|founded|設立|設立年月日',
  registrationState:
    '经营状态|登记状态|企业状态|公司状态|经营状况|登记情况|状态|公司狀況|公司現況|登記現況|營業狀況|企业经营状态|status',
  industry: '所属行业|行业|行业分类|行业门类|国标行业|國標行業|所屬行業|行業|branche|industry|secteur',
};

/** Labels of other facts: what stands behind them is theirs. */
const OTHERS =
  '统一社会信用代码|社会信用代码|信用代码|统一信用代码|统一代码|统一编号|統一編號|統編|公司编号|公司編號|类型|企业类型|公司类型|公司類別|住所|地址|注册地址|公司地址|企业地址|公司所在地|所在地|经营场所|营业期限|经营范围|登记机关|登記機關|发照机关|组成形式|核准日期|注销日期|吊销日期|审核/年检日期|最後核准變更日期|纳税人资质|进出口企业代码|所属地区|行政区划|实缴资本|實收資本額|實收資本額(元)|组织机构代码|工商注册号|注册号|纳税人识别号|参保人数|人员规模|曾用名|英文名|英文名称|电话|電話|聯絡電話|手機|傳真|電子郵件|信箱|姓名|稱謂|主旨|内容|內容|留言|验证码|驗證碼|联系电话|公司电话|手机|传真|公司传真|邮箱|官网|网址|客服电话|联系人|聯絡人|职务|主营产品|主要市场|年营业额|员工人数|经营模式|展品介绍|客服專線|公司電話|电子邮箱|anschrift|geschäftsanschrift|rechtsform|sitz|gegenstanddesunternehmens|tagderletzteneintragung|register|registergericht|registernummer|telefon|telefax|fax|e-mail|ust-id|ust-idnr.|adresse|siren|siret|téléphone|本社|本社所在地|事業内容|従業員数|主要取引先|法人番号';

const FIELD_OF = new Map<string, FactField | 'other'>([
  ...OTHERS.split('|').map((label) => [label, 'other'] as const),
  // Safe: the keys of LABELS are fact fields.
  ...(Object.keys(LABELS) as FactField[]).flatMap((field) =>
    LABELS[field].split('|').map((label) => [label, field] as const),
  ),
]);

/** What a text labels, if it is a label and nothing else; `other` for a fact that is not read here. */
export function factOfLabel(text: string): FactField | 'other' | undefined {
  const plain = text.slice(0, 40).replace(/[\s:【】[\]]|^[·•]/g, '');
  return FIELD_OF.get(plain.toLowerCase());
}

/** Whether a text is labels and nothing else, as those of a form stand together. */
export function isLabelRun(text: string): boolean {
  let rest = text.replace(/[\s:*]/g, '').slice(0, 60);
  while (rest !== '') {
    let length = Math.min(rest.length, LONGEST_LABEL);
    while (length > 0 && factOfLabel(rest.slice(0, length)) === undefined) length--;
    if (length === 0) return false;
    rest = rest.slice(length);
  }
  return true;
}

/** A label within a line, and where the text behind it begins. */
export interface LabelPlace {
  readonly field: FactField | 'other';
  readonly label: string;
  readonly at: number;
  readonly end: number;
}

const LONGEST_LABEL = 20;

/** The labels in a line, in order: with a colon behind them, or in corner brackets. */
export function labelsIn(text: string): LabelPlace[] {
  return [...text.matchAll(/[:】\]]/g)].flatMap(({ index }) => labelBefore(text, index) ?? []);
}

/** The longest label that ends here and begins a word. */
function labelBefore(text: string, end: number): LabelPlace | undefined {
  for (let at = Math.max(0, end - LONGEST_LABEL); at < end; at++) {
    if (at > 0 && /[\p{L}\d]/u.test(text[at - 1] ?? '')) continue;
    const label = text.slice(at, end);
    const field =
      /^[\p{L}【[]/u.test(label) && (text[end] === ':' || /[【[]/.test(label)) ? factOfLabel(label) : undefined;
    if (field) return { field, label, at, end: end + 1 };
  }
  return undefined;
}
