import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountEvent } from '@/src/domain/clips/account-event.kind';
import { accountFact } from '@/src/domain/clips/account-fact.kind';
import { priceObservation } from '@/src/domain/clips/price-observation.kind';
import { CLIP_KINDS, proposeClip } from '@/src/domain/clips/propose-clip';

const SHOP = { url: 'https://www.shuikou-mall.example/p/12?x=1', title: '立式离心泵 CDL4 - 水口商城' };
const NEWS = { url: 'https://news.example/a', title: '本地新闻' };
const HERE = { today: '2026-11-21', currency: 'CNY' };

const texts = (text: string, page = NEWS) => {
  const { kind, values } = proposeClip(text, page, HERE);
  return { kind, ...Object.fromEntries(Object.entries(values[kind]).map(([name, value]) => [name, value.text])) };
};

describe('what a selected text is', () => {
  it.each([
    ['立式离心泵 CDL4\n原价 ¥1,299 现价 ¥999/台', 'price-observation'],
    ['nur 39,99 € statt 49,99 €', 'price-observation'],
    ['青禾岭泵业苏州新厂将于2026年12月8日正式投产', 'account-event'],
    ['青禾嶺泵業榮獲年度最佳供應商', 'account-event'],
    ['开业庆典 12月8日 全场 ¥99 起', 'account-event'],
    ['开业特惠 全场 ¥99 起', 'price-observation'],
    ['Tarnhill GmbH feiert am 3. Mai 2027 ihr 50. Jubiläum.', 'account-event'],
    ['Northwick relocates its headquarters to Leeds', 'account-event'],
    ['注册资本 500 万元，主营工业泵', 'account-fact'],
    ['华东地区销售网络覆盖六省一市', 'account-fact'],
    ['', 'account-fact'],
  ] as const)('%s: %s', (text, kind) => {
    expect(proposeClip(text, NEWS, HERE).kind).toBe(kind);
  });

  it.each([
    ['盛大开业', 'opening'],
    ['十周年庆典', 'anniversary'],
    ['荣获一等奖', 'award'],
    ['總部喬遷', 'move'],
    ['秋季订货会', 'promotion'],
    ['The new plant opens in May', 'opening'],
    ['Firmenjubiläum', 'anniversary'],
    ['acquires a rival', 'move'],
  ])('the event “%s” is of the sort %s', (text, what) => {
    expect(proposeClip(text, NEWS, HERE).values['account-event'].what?.text).toBe(what);
  });

  it.each([
    ['市场份额升至三成', 'competition'],
    ['行业整体下滑', 'industry'],
    ['中标市政项目', 'contracts'],
    ['因质量问题召回', 'complaints'],
    ['逾期还款两次', 'arrears'],
    ['给导购员提成', 'staff-promotion'],
    ['成立于1998年', 'basics'],
    ['以直营门店为主', 'characteristics'],
    ['Marktanteil von 30 %', 'competition'],
  ])('the fact “%s” belongs to %s', (text, category) => {
    expect(proposeClip(text, NEWS, HERE).values['account-fact'].category?.text).toBe(category);
  });

  it('takes product, shop, price, earlier price and unit from a shop’s page', () => {
    expect(texts('立式离心泵 CDL4 不锈钢\n原价 ¥1,299 现价 ¥999/台', SHOP)).toEqual({
      kind: 'price-observation',
      product: '立式离心泵 CDL4 不锈钢',
      shop: 'shuikou-mall.example',
      price: '999 CNY',
      unit: '台',
      promotion: '原价 ¥1,299',
      day: '2026-11-21',
      page: 'https://www.shuikou-mall.example/p/12?x=1',
    });
  });

  it('takes the product before the price on its line, else from the title of the page', () => {
    expect(texts('离心泵 CDL4 售价：999元', SHOP)).toMatchObject({ product: '离心泵 CDL4' });
    expect(proposeClip('¥999', SHOP, HERE).values['price-observation'].product).toEqual({
      text: '立式离心泵 CDL4',
      from: 'page-head',
      raw: '立式离心泵 CDL4',
    });
  });

  it('takes headline, day and the whole text of an event', () => {
    const text = '青禾岭泵业苏州新厂将于2026年12月8日正式投产。届时将邀请客户参观。';
    expect(texts(text)).toEqual({
      kind: 'account-event',
      headline: '青禾岭泵业苏州新厂将于2026年12月8日正式投产',
      what: 'opening',
      day: '2026-12-08',
      detail: text,
      page: 'https://news.example/a',
    });
  });

  it('says of each value where it stood, and which are only the usual ones', () => {
    const { values } = proposeClip('荣获百强', NEWS, HERE);
    expect(values['account-event']).toEqual({
      headline: { text: '荣获百强', from: 'text', raw: '荣获百强' },
      what: { text: 'award', from: 'text', raw: '荣获' },
      day: { text: '2026-11-21', from: 'ours', raw: '2026-11-21' },
      page: { text: 'https://news.example/a', from: 'page-address', raw: 'https://news.example/a' },
    });
  });

  it('fills only fields and choices that the kinds have, from words that stand in the text, whatever it is', () => {
    const kinds = { 'price-observation': priceObservation, 'account-event': accountEvent, 'account-fact': accountFact };
    const piece = fc.constantFrom('¥99', '开业', '3月8日', '\n', '。', 'award', '行业', ' ', '—', '\u202E');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 20 }), (pieces) => {
        const { values, text } = proposeClip(pieces.join(''), SHOP, HERE);
        for (const name of CLIP_KINDS) {
          const fields: Readonly<Record<string, { readonly choices?: readonly string[] }>> = kinds[name].fields;
          for (const [field, value] of Object.entries(values[name])) {
            expect(Object.keys(fields)).toContain(field);
            const choices = fields[field]?.choices;
            if (choices) expect(choices).toContain(value.text);
            if (value.from === 'text' && field !== 'promotion')
              expect(text.replace(/\s+/g, ' ')).toContain(value.raw.replace(/\s+/g, ' ').trim());
          }
        }
      }),
    );
  });
});
