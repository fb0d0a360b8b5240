import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '@/src/domain/notebook/notebook';
import { must } from '@/src/kernel/assert';
import { GLOSSARY } from '@/test/support/glossary';

/** File and key → text, of one language. */
type Texts = ReadonlyMap<string, string>;

const files = import.meta.glob<object>('@/src/locales/*/*.json', { eager: true, import: 'default' });
const TEXTS: Readonly<Record<Language, Texts>> = { en: read('en'), 'zh-CN': read('zh-CN'), 'zh-TW': read('zh-TW') };

function read(language: Language): Texts {
  const own = Object.entries(files).filter(([path]) => path.includes(`/locales/${language}/`));
  return new Map(own.flatMap(([path, texts]) => walk(texts, path.replace(/^.*\/(.*)\.json$/, '$1:'))));
}

function walk(value: unknown, at: string): [string, string][] {
  if (typeof value === 'string') return [[at, value]];
  return Object.entries(value ?? {}).flatMap(([key, one]) =>
    walk(one, /[:.]$/.test(at) ? `${at}${key}` : `${at}.${key}`),
  );
}

const withoutPlural = (key: string): string => key.replace(/_(one|other)$/, '');
/** Every text of a Chinese file beside those of the other two languages. */
const LINES = [...TEXTS['zh-CN']].map(([key, hans]) => ({
  key,
  hans,
  hant: TEXTS['zh-TW'].get(key) ?? '',
  en: TEXTS.en.get(key) ?? '',
}));

/** Names and codes that are written alike in every language. Everything else without a Chinese character is a gap. */
const SAME_EVERYWHERE: ReadonlySet<string> = new Set([
  'A',
  'B',
  'C',
  'R',
  'F',
  'M',
  'HHI',
  'HHI × 10,000',
  '–',
  'Ctrl-A',
  'Ctrl K',
  'PNG',
  'SVG',
  'SQL',
  'JavaScript',
  'English',
  'Outlook',
  'Outlook.com',
  'Atomic CRM',
  'vCard 2.1',
  'vCard 3.0',
  'vCard 4.0',
  'Excel（XLSX）',
  'Google（dns.google）',
  'Cloudflare（cloudflare-dns.com）',
]);

/** Why an English label is shorter than its term, or another word: the field it stands in says the rest. */
const OTHER_ENGLISH: Readonly<Record<string, readonly string[]>> = {
  客户来源: ['Source'],
  上门客户: ['Walk-in'],
  关系客户: ['Relationship'],
  // Of the whole list, and of people who are no client's contact.
  联系人: ['People', 'Person'],
  客户登记表: ['Client registration'],
  客户跟进记录: ['Follow-up'],
  客户等级: ['Tier'],
  客户渠道: ['Channel'],
  客户档案: ['Archive'],
  档案类别: ['Category'],
  水晶客户: ['Crystal'],
  鸡头与凤尾: ['Overlap band'],
  合同条款: ['Terms'],
  未成交原因: ['Reason'],
  竞争对手: ['Taken from'],
  // What is handed in is the weekly report; what waits for a decision becomes the change log.
  周报: ['Weekly hand-in'],
  修改记录: ['Change request'],
  // The title of an analysis is a question.
  投入产出比: ['What comes back for what is put in'],
};

/** What is said on the mainland → what the glossary, or else Taiwan, says. */
const MAINLAND: readonly (readonly [RegExp, string])[] = [
  [/聯系|聯繫/, '聯絡'],
  [/占/, '佔'],
  [/周[期報]|[每本上下]周/, '週'],
  [/概率/, '機率'],
  [/計畫/, '計劃'],
  [/鑑定/, '鑒定'],
  [/帳(?!號|戶)/, '賬'],
  [/征詢/, '徵詢'],
  [/軟件/, '軟體'],
  [/文件夾/, '資料夾'],
  [/默認/, '預設'],
  [/服務器/, '伺服器'],
  [/屏幕/, '螢幕'],
  [/短信/, '簡訊'],
  [/打印/, '列印'],
  [/剪貼板/, '剪貼簿'],
  [/導出|導入/, '匯出、匯入'],
  [/搜索/, '搜尋'],
  [/菜單/, '選單'],
  [/鏈接/, '連結'],
];

/** Characters that are only written on the mainland, the commonest. */
const SIMPLIFIED =
  /[们这为发时来个开关报页单据处导录击选择说话读写语词译试验证书购买卖货贷负责财务资质赠优势产业农办动劳协历压叶听员团园围图场坏块坚坛实审对寻层属岁币师帮广庆应异张归总恋战扩扫护拟损换摄数无旧显机权条极构标样档检桥欢残气汇测济涨满灭灯灵点炼热电画监盘码础礼离种积称稳竞笔简类紧约级纪纯纲纳纸纹线练组细织终绍经结络绝统继绩续维综绿编缘网罗罚账体]/;

describe('S72 interface in zh-Hans, zh-Hant and English', () => {
  it('looks at all of them', () => {
    expect(LANGUAGES).toEqual(['en', 'zh-CN', 'zh-TW']);
    for (const language of LANGUAGES) expect(TEXTS[language].size).toBeGreaterThan(1500);
    expect(GLOSSARY).toHaveLength(225);
  });

  it.each(LANGUAGES)('%s lacks no key that another language has, and leaves none empty', (language) => {
    const own = new Set([...TEXTS[language].keys()].map(withoutPlural));
    const all = LANGUAGES.flatMap((one) => [...TEXTS[one].keys()].map(withoutPlural));
    expect([...new Set(all.filter((key) => !own.has(key)))]).toEqual([]);
    const empty = [...TEXTS[language]].filter(([, text]) => text.trim() === '').map(([key]) => key);
    // The sign of a flag that is not set is no sign.
    expect(empty).toEqual(['analysis-page:flag.no']);
  });

  it('says nothing in English in the Chinese files but names and codes', () => {
    const words = (text: string): string => text.replace(/\{\{[^}]*\}\}/g, '').trim();
    const isOther = (text: string): boolean => /\p{L}/u.test(words(text)) && !/\p{Script=Han}/u.test(text);
    const foreign = LINES.filter(({ hans, hant }) => isOther(hans) || isOther(hant));
    expect(
      foreign.filter(({ hans }) => !SAME_EVERYWHERE.has(words(hans))).map(({ key, hans }) => `${key}: ${hans}`),
    ).toEqual([]);
    const equal = LINES.filter(({ hans, hant, en }) => (hans === en || hant === en) && /\p{L}/u.test(words(en)));
    expect(
      equal.filter(({ en }) => !SAME_EVERYWHERE.has(words(en)) && !/\p{Script=Han}/u.test(en)).map(({ key }) => key),
    ).toEqual([]);
  });

  it('says something in Chinese in English only where it is about the Chinese', () => {
    const chinese = [...TEXTS.en].filter(([, text]) => /\p{Script=Han}/u.test(text)).map(([, text]) => text);
    expect(chinese.toSorted()).toEqual([
      'Amounts are in a unit such as 万元: they were multiplied.',
      'Customers are masked (王**): how many they are cannot be known.',
      '简体中文',
      '繁體中文',
    ]);
  });

  it('uses the same placeholders in every language', () => {
    const inside = (text: string): string => [...new Set(text.match(/\{\{[^}]*\}\}/g) ?? [])].toSorted().join();
    const differing = LINES.filter(({ key, hans, hant }) => inside(hans) !== inside(hant) && !key.includes('_'));
    expect(differing.map(({ key }) => key)).toEqual([]);
  });

  it('writes every term of the glossary in zh-Hant as the glossary does', () => {
    const wrong = GLOSSARY.flatMap(({ hans, hant }) =>
      LINES.filter((line) => line.hans.includes(hans) && !line.hant.includes(hant)).map(
        ({ key, hant: written }) => `${key}: ${hans} is ${hant}, not “${written}”`,
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('calls a label that is a term of the glossary in English as the glossary does', () => {
    const labels = LINES.flatMap((line) => {
      const term = GLOSSARY.find(({ hans }) => hans === line.hans);
      return term ? [{ ...line, term }] : [];
    });
    expect(labels.length).toBeGreaterThan(40);
    const wrong = labels.filter(
      ({ en, term }) => !isCalled(en, term.en) && !OTHER_ENGLISH[term.hans]?.some((one) => isCalled(en, one)),
    );
    expect(wrong.map(({ key, en, term }) => `${key}: ${term.hans} is “${term.en}”, not “${en}”`)).toEqual([]);
  });

  it.each(MAINLAND)('zh-TW does not say %s', (mainland, instead) => {
    const wrong = [...TEXTS['zh-TW']].filter(([, text]) => mainland.test(text)).map(([key, text]) => `${key}: ${text}`);
    expect(wrong.map((one) => `${one} (${instead})`)).toEqual([]);
  });

  it('zh-TW has no character that only the mainland writes', () => {
    const wrong = [...TEXTS['zh-TW']].filter(([, text]) => SIMPLIFIED.test(text)).map(([key]) => key);
    expect(wrong).toEqual([]);
  });

  it('finds what it looks for', () => {
    expect(SIMPLIFIED.test('应收账款')).toBe(true);
    expect(SIMPLIFIED.test('應收賬款')).toBe(false);
    expect(isCalled('Receivables', 'Receivables')).toBe(true);
    expect(isCalled('complaint', 'Complaint')).toBe(true);
    expect(isCalled('Complaints', 'Complaint')).toBe(true);
    expect(isCalled('Fault', 'Responsibility finding')).toBe(false);
    expect(must(MAINLAND[6], 'the rule of accounts')[0].test('帳期')).toBe(true);
    expect(must(MAINLAND[6], 'the rule of accounts')[0].test('帳號')).toBe(false);
  });
});

/** One or several of it, in whatever case. */
function isCalled(text: string, term: string): boolean {
  const plain = (one: string): string => one.toLowerCase().replace(/ies$/, 'y').replace(/s$/, '');
  return plain(text) === plain(term);
}
