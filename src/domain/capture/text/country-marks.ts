/** Names under which addresses and headings name a country, by its code. Cities stand for what they alone decide. */
const NAMES: Readonly<Record<string, string>> = {
  US: 'usa|u.s.a.|united states|united states of america|vereinigte staaten|美国|美國',
  CA: 'canada|toronto|vancouver|montreal|kanada|加拿大|ontario|quebec|british columbia|alberta|manitoba|nova scotia|saskatchewan',
  GB: 'united kingdom|england|scotland|wales|northern ireland|great britain|london|manchester|großbritannien|grossbritannien|英国|英國|royaume-uni',
  IE: 'ireland|irland|爱尔兰|co. dublin|co. cork|dublin',
  AU: 'australia|sydney|melbourne|brisbane|australien|澳大利亚|澳洲',
  NZ: 'new zealand|neuseeland|新西兰',
  DE: 'germany|deutschland|berlin|münchen|hamburg|frankfurt|stuttgart|köln|allemagne|德国|德國',
  AT: 'austria|österreich|wien|vienna|autriche|奥地利',
  CH: 'switzerland|schweiz|zürich|zurich|suisse|svizzera|瑞士',
  FR: 'france|paris|frankreich|法国|法國',
  ES: 'spain|spanien|españa|espagne|西班牙',
  IT: 'italy|italien|italia|italie|意大利',
  PT: 'portugal|葡萄牙',
  NL: 'netherlands|the netherlands|niederlande|nederland|pays-bas|荷兰|荷蘭|holland',
  BE: 'belgium|belgien|belgique|belgië|比利时',
  LU: 'luxembourg|luxemburg',
  SE: 'sweden|schweden|sverige|瑞典',
  NO: 'norway|norwegen|norge|挪威',
  DK: 'denmark|dänemark|danmark|丹麦',
  FI: 'finland|finnland|suomi|芬兰',
  PL: 'poland|polen|polska|波兰',
  CZ: 'czech republic|tschechien|czechia|捷克',
  SK: 'slovakia|slowakei',
  HU: 'hungary|ungarn|匈牙利',
  RO: 'romania|rumänien',
  BG: 'bulgaria|bulgarien',
  GR: 'greece|griechenland|希腊',
  TR: 'turkey|türkei|türkiye|土耳其',
  RU: 'russia|russland|russian federation|россия|俄罗斯',
  UA: 'ukraine|乌克兰',
  IL: 'israel|以色列',
  AE: 'united arab emirates|u.a.e.|uae|dubai|abu dhabi|阿联酋|迪拜',
  SA: 'saudi arabia|saudi-arabien|沙特',
  QA: 'qatar',
  KW: 'kuwait',
  EG: 'egypt|ägypten|埃及',
  ZA: 'south africa|südafrika|南非',
  NG: 'nigeria',
  KE: 'kenya',
  MA: 'morocco|maroc',
  IN: 'india|indien|印度|mumbai|bangalore|bengaluru|new delhi|chennai|hyderabad',
  PK: 'pakistan',
  BD: 'bangladesh',
  LK: 'sri lanka',
  CN: "china|中国|p.r. china|p.r.china|people's republic of china|shanghai|beijing|shenzhen|guangzhou",
  HK: 'hong kong|hongkong|香港',
  MO: 'macau|macao|澳门',
  TW: 'taiwan|台湾|台灣|臺灣|taipei|台北市|臺北市|新北市|高雄市',
  JP: 'japan|日本|tokyo',
  KR: 'korea|south korea|südkorea|韩国|韓國',
  SG: 'singapore|singapur|新加坡',
  MY: 'malaysia|马来西亚|kuala lumpur',
  TH: 'thailand|泰国|bangkok',
  VN: 'vietnam|越南',
  PH: 'philippines|philippinen|菲律宾',
  ID: 'indonesia|indonesien|印度尼西亚|jakarta',
  BR: 'brazil|brasil|brasilien|巴西',
  MX: 'mexico|méxico|mexiko|墨西哥',
  AR: 'argentina|argentinien|阿根廷',
  CL: 'chile|智利',
  CO: 'colombia|kolumbien',
  PE: 'peru',
  GY: 'guyana',
  JM: 'jamaica',
  CY: 'cyprus|zypern',
  MT: 'malta',
  IS: 'iceland',
  EE: 'estonia|estland',
  LV: 'latvia|lettland',
  LT: 'lithuania|litauen',
  HR: 'croatia|kroatien',
  SI: 'slovenia|slowenien',
  RS: 'serbia|serbien',
};

const regions = new Map(
  Object.entries(NAMES).flatMap(([code, names]) => names.split('|').map((name) => [name, code] as const)),
);
const escaped = [...regions.keys()].sort((a, b) => b.length - a.length).map((name) => name.replaceAll('.', '\\.'));
const latin = escaped.filter((name) => /^[\u0000-\u024f\\]+$/.test(name));
const others = escaped.filter((name) => !latin.includes(name));

/** Every name in one pattern; what it finds, in lower case, leads to the code. */
export const COUNTRY_NAMES = {
  pattern: new RegExp(`(?<![a-zà-ž])(?:${latin.join('|')})(?![a-zà-ž])|${others.join('|')}`, 'gi'),
  regions: regions as ReadonlyMap<string, string>,
};

export const US_STATES =
  'AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|PR';
export const US_STATE_NAMES =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|District of Columbia';
export const UK_POSTCODE = '(?:[A-Z]{1,2}\\d[A-Z\\d]?|GIR) ?\\d[ABD-HJLNP-UW-Z]{2}';
export const CA_POSTCODE = '[ABCEGHJ-NPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z][ -]?\\d[ABCEGHJ-NPRSTV-Z]\\d';

/** Endings of addresses whose shape alone tells the country. */
export const POSTCODE_SHAPES: readonly { readonly region: string; readonly pattern: RegExp }[] = [
  {
    region: 'US',
    pattern: new RegExp(`\\b(?:${US_STATES}|${US_STATE_NAMES})\\.?,?\\s{1,3}\\d{5}(?:-\\d{4})?\\b`, 'g'),
  },
  { region: 'CA', pattern: new RegExp(`\\b${CA_POSTCODE}\\b`, 'g') },
  { region: 'GB', pattern: new RegExp(`\\b${UK_POSTCODE}\\b`, 'g') },
  { region: 'AU', pattern: /\b(?:NSW|VIC|QLD|TAS|ACT)\.?,?\s{1,3}\d{4}\b/g },
  { region: 'DE', pattern: /\bD-\d{5}\b|\bHR[AB]\s?\d{2,6}|\bAmtsgericht\b|\bUSt-?Id/g },
  { region: 'AT', pattern: /\bA-\d{4}\b|\bATU\d{8}\b|\bFN \d{4,6}\s?[a-z]\b/g },
  { region: 'CH', pattern: /\bCH-\d{4}\b|\bCHE-\d{3}/g },
  { region: 'CN', pattern: /有限公司|ICP[备证]|[\u4e00-\u9fff]{2,3}[省市][\u4e00-\u9fff]{2,4}[市区县]/g },
  { region: 'TW', pattern: /統一編號|股份有限公司(?=[^\n]{0,80}[縣區])/g },
];
