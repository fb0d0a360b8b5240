import { describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { FoundParty, Reading } from '@/src/domain/capture/found';
import { normalsOf, readHtml, shape } from '@/test/support/page';

const FACTS = new Set([
  'legalName',
  'legalRepresentative',
  'registeredCapital',
  'founded',
  'registrationState',
  'industry',
]);
const ownOf = (reading: Reading): FoundParty => must(reading.parties[0], 'a company');
const factsIn = (html: string): Record<string, readonly string[]> =>
  Object.fromEntries(Object.entries(shape(ownOf(readHtml(html)))).filter(([field]) => FACTS.has(field)));

const CELLS = (cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const PAIRS: readonly (readonly [string, string])[] = [
  ['企业名称', '青禾岭泵业有限公司'],
  ['法定代表人', '周青禾'],
  ['注册资本', '1000万元人民币'],
  ['成立日期', '2009-04-08'],
  ['经营状态', '存续'],
];
const WANTED = {
  legalName: ['青禾岭泵业有限公司'],
  legalRepresentative: ['周青禾'],
  registeredCapital: ['1000万元人民币'],
  founded: ['2009-04-08'],
  registrationState: ['存续'],
};

describe('a block of business information', () => {
  it.each([
    ['two columns', `<table>${PAIRS.map((pair) => CELLS(pair)).join('')}</table>`],
    [
      'four columns',
      `<table>${CELLS(PAIRS.slice(0, 2).flat())}${CELLS(PAIRS.slice(2, 4).flat())}${CELLS(must(PAIRS[4], 'pair'))}</table>`,
    ],
    [
      'labels above values',
      `<table>${CELLS(PAIRS.map(([label]) => label))}${CELLS(PAIRS.map(([, value]) => value))}</table>`,
    ],
    ['lines', PAIRS.map(([label, value]) => `<p>${label}：${value}</p>`).join('')],
    ['one line', `<p>${PAIRS.map(([label, value]) => `${label}:${value}`).join(' ')}</p>`],
    ['a definition list', `<dl>${PAIRS.map(([label, value]) => `<dt>${label}：</dt><dd>${value}</dd>`).join('')}</dl>`],
    ['blocks side by side', PAIRS.map(([label, value]) => `<div>${label}</div><div>${value}</div>`).join('')],
    ['words side by side', PAIRS.map(([label, value]) => `<div><b>${label}</b><i>${value}</i></div>`).join('')],
    ['corner brackets', PAIRS.map(([label, value]) => `<div>【${label}】${value}</div>`).join('')],
  ])('is read from %s', (_, html) => {
    expect(factsIn(html)).toEqual(WANTED);
  });

  it('gives each fact with the text that says so', () => {
    const capital = ownOf(readHtml('<p>注册资本：500万元</p>')).values.find(
      ({ field }) => field === 'registeredCapital',
    );

    expect(capital?.sources).toEqual([{ kind: 'text', snippet: '注册资本：500万元', at: 5 }]);
  });

  it('says nothing where a page has only dashes and offers to log in', () => {
    expect(
      factsIn('<p>公司电话：021-5555 0101</p><p>法定代表人：-</p><p>注册资本：登录后查看</p><p>成立日期：暂无</p>'),
    ).toEqual({});
  });

  it('takes whoever is 负责人 for the legal representative only beside other facts', () => {
    expect(factsIn('<p>负责人：高明辉</p><p>电话：022-55550121</p>')).toEqual({});
  });

  it('does not make a table of several firms the facts of one', () => {
    const rows = [
      ['公司', '法定代表人', '注册资本'],
      ['甲木泵业有限公司', '夏侯宁', '100万元'],
      ['乙木泵业有限公司', '申屠勇', '200万元'],
    ];

    expect(factsIn(`<h1>木泵集团有限公司</h1><table>${rows.map(CELLS).join('')}</table>`)).toEqual({});
  });
});

describe('an imprint', () => {
  const imprint = (more: string): Reading =>
    readHtml(
      `<html lang="de"><h1>Impressum</h1><p>Tannenfels Pumpen GmbH<br>Mühlenweg 14<br>35037 Marburg</p>
      <p>Telefon: 06421 5550101</p><p>Geschäftsführer: Jonas Wiebusch</p><p>Amtsgericht Marburg, HRB 20991</p>${more}</html>`,
      'https://www.tannenfels.example/impressum',
    );
  const factsOf = (reading: Reading): (string | undefined)[] =>
    ['legalName', 'legalRepresentative'].map((field) => shape(ownOf(reading))[field]?.[0]);

  it('names the company and who may sign for it', () => {
    expect(factsOf(imprint(''))).toEqual(['Tannenfels Pumpen GmbH', 'Jonas Wiebusch']);
  });

  it.each([
    ['who answers for what is written', '<h2>Verantwortlich i.S.d. § 18 Abs. 2 MStV</h2><p>Carla Nottebohm</p>'],
    ['who made the site', '<p>Webdesign: Lichtpunkt Medien GmbH, Tel. 0251 5550199</p>'],
    [
      'who keeps the server',
      '<h2>Hosting</h2><p>Wolkenheim Server GmbH<br>Rechenstraße 1<br>60311 Frankfurt<br>Tel. 069 5550192</p>',
    ],
    [
      'who settles disputes',
      '<h2>Schlichtungsstelle</h2><p>Schlichtungsstelle Strom e.V.<br>10117 Berlin<br>Telefon: 030 5550195</p>',
    ],
    ['an authority', '<p>Aufsichtsbehörde</p><p>Landesamt Musterland<br>Telefon 0711 5550194</p>'],
  ])('does not take it from %s', (_, more) => {
    const reading = imprint(more);
    const sure = ownOf(reading).values.filter(({ field, confidence }) => field === 'phones' && confidence >= 0.5);

    expect(factsOf(reading)).toEqual(['Tannenfels Pumpen GmbH', 'Jonas Wiebusch']);
    expect(sure.map(({ normal }) => normal)).toEqual(['+4964215550101']);
  });

  it('keeps low what a link offers of them, too', () => {
    const reading = imprint(
      '<p>Hosting: Wolkenheim GmbH, <a href="mailto:info@wolkenheim.example">info@wolkenheim.example</a></p>',
    );
    const email = ownOf(reading).values.find(({ field }) => field === 'emails');

    expect(email).toMatchObject({ raw: 'info@wolkenheim.example', confidence: 0.3, ofOthers: true });
  });

  it('knows a French company by its SIREN, unless its check digit is wrong', () => {
    const legal = (siren: string): Reading =>
      readHtml(`<html lang="fr"><h1>Mentions légales</h1><p>Atelier Bruyère SARL</p><p>RCS Lyon ${siren}</p></html>`);

    expect(normalsOf(legal('812 345 676'), 'registrationIds')).toEqual(['siren:812345676']);
    expect(normalsOf(legal('812 345 675'), 'registrationIds')).toEqual([]);
  });
});

describe('facts outside a block', () => {
  it.each([
    ['创建于2003年，注册资本5080万元，占地68亩。', ['5080万元']],
    ['公司注册资金为人民币 500 万元。', ['人民币 500 万元']],
    ['甲公司注册资本500万元，乙公司注册资本800万元。', undefined],
    ['注册资本雄厚', undefined],
  ])('give the capital where one is named: %s', (text, wanted) => {
    expect(factsIn(`<h1>青禾岭泵业有限公司</h1><p>${text}</p>`)['registeredCapital']).toEqual(wanted);
  });

  it.each([
    ['<p>公司成立于2008年，法定代表人赵岩峰。</p>', { legalRepresentative: ['赵岩峰'] }, 0.86],
    [
      '<li>負責人：何秋蓉</li><li>資本額：2,000萬元</li>',
      { legalRepresentative: ['何秋蓉'], registeredCapital: ['2,000萬元'] },
      0.95,
    ],
    ['<li>負責人：何秋蓉</li>', {}, 0],
  ])('give who may sign, beside a capital with any label: %s', (html, wanted, confidence) => {
    const page = `<title>豐億紡織</title><h1>豐億紡織</h1>${html}`;
    const found = ownOf(readHtml(page)).values.find(({ field }) => field === 'legalRepresentative');

    expect(factsIn(page)).toEqual(wanted);
    expect(found?.confidence ?? 0).toBe(confidence);
  });

  it('are read in Japanese', () => {
    const cells = [
      ['商号', '株式会社青嶺製作所'],
      ['代表者', '代表取締役　樋口 隆一'],
      ['設立', '1971年4月1日'],
      ['資本金', '3,000万円'],
      ['従業員数', '86名'],
    ];
    expect(factsIn(`<table>${cells.map((pair) => CELLS(pair)).join('')}</table>`)).toEqual({
      legalName: ['株式会社青嶺製作所'],
      legalRepresentative: ['樋口 隆一'],
      founded: ['1971年4月1日'],
      registeredCapital: ['3,000万円'],
    });
  });
});
