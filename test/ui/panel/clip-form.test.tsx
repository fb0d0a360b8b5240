// @vitest-environment happy-dom
import axe from 'axe-core';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import type { Language } from '@/src/domain/notebook/notebook';
import { company } from '@/src/domain/parties/company.kind';
import { priceObservation } from '@/src/domain/clips/price-observation.kind';
import { plainFields } from '@/src/domain/records/values';
import { ClipForm } from '@/src/ui/panel/clip-form';
import { click, press, renderWith, typeInto, until, type Rendered } from '@/test/support/render';
import { createWorld, type World } from '@/test/support/world';

const SHOP = { url: 'https://www.shuikou.example/p/12', title: '立式离心泵 - 水口商城' };
const NEWS = { url: 'https://news.example/a', title: 'News' };
const PRICE = '立式离心泵 CDL4\n原价 ¥1,299 现价 ¥999/台';

let world: World;
let page: Rendered | undefined;
let done: (RecordId | undefined)[] = [];
beforeEach(async () => {
  world = await createWorld();
  done = [];
});
afterEach(async () => {
  await page?.cleanup();
  page = undefined;
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function show(text: string, on = SHOP, language: Language = 'en'): Promise<void> {
  const form = <ClipForm page={on} text={text} onDone={(record) => done.push(record)} />;
  page = await renderWith(world.app, form, language);
}
async function firm(name: string, website: string): Promise<RecordId> {
  const record = world.app.newRecord();
  const made = await world.app.records.make(company, record, { name, website });
  return made.ok ? record : expect.fail(made.error.code);
}

const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
const labels = (): string[] => all('form label[for]').map(({ textContent }) => textContent.replace(/ \*$/, ''));
const inputOf = (label: string): Promise<HTMLInputElement> =>
  until(label, () => {
    const named = all('label').find(({ textContent }) => textContent.replace(/ \*$/, '') === label);
    // Safe: every field of the form is an input of one sort or another.
    return document.getElementById(named?.getAttribute('for') ?? '') as HTMLInputElement | null;
  });
const button = (text: string): Promise<HTMLElement> =>
  until(text, () => all('button').find(({ textContent }) => textContent === text));
const chooseKind = async (label: string): Promise<void> => {
  const radio = await until(label, () => all('label').find(({ textContent }) => textContent === label));
  await click(radio);
};
const submit = async (): Promise<void> => click(await button('Save'));

describe('the form of a clip', () => {
  it('offers a price with everything that was read, and files it with one press of Enter', async () => {
    await show(PRICE);

    expect((await inputOf('Product')).value).toBe('立式离心泵 CDL4');
    expect((await inputOf('Price')).value).toBe('999 CNY');
    expect((await inputOf('Per')).value).toBe('台');
    expect((await inputOf('Promotion')).value).toBe('原价 ¥1,299');
    expect((await inputOf('Shop')).value).toBe('shuikou.example');
    // Enter on a focused button is a click of it.
    await until('the focus', () => document.activeElement?.textContent === 'Save');
    await submit();
    await until('the record', () => done.length > 0);
    const [row] = await world.app.records.rows('price-observation');
    expect(done).toEqual([row?.id]);
    expect(plainFields(priceObservation.fields, row?.fields ?? {})).toMatchObject({
      price: { amount: '999', currency: 'CNY' },
      page: SHOP.url,
    });
    await until('the note', () => all('output p').find(({ textContent }) => textContent === 'Clipped: price.'));

    await click(await button('Undo'));
    await until('nothing', () => all('output p').find(({ textContent }) => textContent.startsWith('Undone')));
    expect(await world.app.records.rows('price-observation')).toEqual([]);
  });

  it('offers the company whose site the page is', async () => {
    await firm('水口机电有限公司', 'https://shuikou.example/');
    await show('荣获百强');

    const input = await inputOf('Company');
    await until('its name', () => input.value === '水口机电有限公司');
    expect((await inputOf('What')).value).toBe('award');
  });

  it('lets a company be picked with the keys alone', async () => {
    const rival = await firm('Oxbow Tools', 'https://oxbow.example/');
    await show('A grand opening on 8 March 2027', NEWS);
    const input = await inputOf('Company');
    input.focus();
    await click(input);
    await until('the names', () => all('[role=option]').find(({ textContent }) => textContent === 'Oxbow Tools'));
    for (const key of ['ArrowDown', 'Enter']) await press(input, key, { code: key });
    await until('the name', () => input.value === 'Oxbow Tools');
    await submit();
    await until('the record', () => done.length > 0);

    expect(await world.app.records.pointing(rival)).toMatchObject([{ kind: 'account-event' }]);
  });
});

describe('the form of a clip, while it is filled in', () => {
  it('goes to another kind and back without losing what was typed', async () => {
    await show(PRICE);
    await typeInto(await inputOf('Brand'), '青禾岭');
    await chooseKind('fact');
    expect((await inputOf('Fact')).value).toBe('立式离心泵 CDL4');
    await typeInto(await inputOf('Text'), 'Another text');
    await chooseKind('price');

    expect((await inputOf('Brand')).value).toBe('青禾岭');
    await chooseKind('fact');
    expect((await inputOf('Text')).value).toBe('Another text');
  });

  it('says at the field what is missing or does not fit, and keeps what was typed', async () => {
    await show(PRICE);
    await typeInto(await inputOf('Price'), 'a lot');
    await submit();
    const price = await inputOf('Price');
    await until('the sentence', () => price.getAttribute('aria-invalid') === 'true');
    expect(all('form p').map(({ textContent }) => textContent)).toContain(
      'This is not an amount. Write it as 1234.50.',
    );
    expect(price.value).toBe('a lot');
    expect(done).toEqual([]);

    await typeInto(price, '989 CNY');
    await submit();
    await until('the record', () => done.length > 0);
    expect(await world.app.records.rows('price-observation')).toHaveLength(1);
  });

  it('says that a company must be on file where there is none', async () => {
    await show('盛大开业', NEWS);
    await until('the hint', () =>
      all('form p').find(({ textContent }) => textContent.startsWith('The company must be')),
    );
    await submit();
    const input = await inputOf('Company');

    await until('the sentence', () => input.getAttribute('aria-invalid') === 'true');
    expect(await world.app.records.rows('account-event')).toEqual([]);
  });

  it('saves once, however often Save is pressed', async () => {
    await show(PRICE);
    await inputOf('Product');
    const form = all('form')[0];
    for (let i = 0; i < 3; i++) form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await until('the record', () => done.length > 0);

    expect(await world.app.records.rows('price-observation')).toHaveLength(1);
  });

  it('does not save while a Chinese word is being composed', async () => {
    await show(PRICE);
    const input = await inputOf('Brand');
    const enter = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true });
    input.dispatchEvent(enter);

    expect(enter.defaultPrevented).toBe(true);
  });

  it('is left without a record', async () => {
    await show(PRICE);
    await click(await button('Cancel'));

    expect(done).toEqual([undefined]);
    expect(await world.app.records.rows('price-observation')).toEqual([]);
  });
});

describe('the form of a clip, at its bounds', () => {
  it('asks for a text where none is selected', async () => {
    await show('  ');

    expect(all('p')[0]?.textContent).toBe('Select a sentence or a price on the page first, then clip it.');
    expect(all('form')).toEqual([]);
  });

  it('has no fault that axe can see without a layout', async () => {
    await show(PRICE);
    await inputOf('Product');
    const { violations, passes } = await axe.run(document.body, {
      // Colours need a layout; regions are the panel's business.
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });

    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 200))])).toEqual([]);
    expect(passes.length).toBeGreaterThan(8);
  });

  it('shows what a page says as text', async () => {
    await show('<img src=x onerror="alert(1)"> ¥99');
    await inputOf('Price');

    expect(all('form img')).toEqual([]);
    expect(all('blockquote')[0]?.textContent).toBe('<img src=x onerror="alert(1)"> ¥99');
  });

  it.each([
    [
      'zh-CN',
      ['产品', '价格', '最高价', '计价单位', '促销', '品牌', '商店', '观察日期', '竞争对手', '对应我方产品', '备注'],
    ],
    [
      'zh-TW',
      ['產品', '價格', '最高價', '計價單位', '促銷', '品牌', '商店', '觀察日期', '競爭對手', '對應我方產品', '備註'],
    ],
  ] as const)('speaks %s', async (language, wanted) => {
    await show(PRICE, SHOP, language);
    await inputOf(wanted[0]);

    expect(labels().filter((label) => (wanted as readonly string[]).includes(label))).toEqual(wanted);
  });
});
