import { describe, expect, it } from 'vitest';
import type { CaptureDraft, DraftValue } from '@/src/app/capture-draft';
import { isOfRegister, REGISTERS } from '@/src/domain/enrich/registers';
import { must } from '@/src/kernel/assert';
import { readHtml } from '@/test/support/page';
import { draftOf, registerPages, type RegisterPage } from '@/test/support/register-pages';

const pages = registerPages().map((page) => ({ page, draft: draftOf(page) }));

const valuesOf = ({ parties }: CaptureDraft): readonly DraftValue[] => parties.flatMap(({ values }) => values);
/** Besides what a reader notes: that the registered name is the name. */
const isRight = ({ facts }: RegisterPage, { field, value }: DraftValue): boolean =>
  (facts[field === 'legalName' ? 'name' : field] ?? []).includes(value);

describe('pages of registers', () => {
  it('are of every site that is linked to', () => {
    const without = REGISTERS.filter(({ id }) => !pages.some(({ page }) => isOfRegister(id, page.url)));

    expect(pages.length).toBeGreaterThanOrEqual(11);
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it('give nine in ten of what a careful reader files', () => {
    const wanted = pages.flatMap(({ page, draft }) =>
      Object.entries(page.facts).flatMap(([field, values]) =>
        values.map((value) => ({
          what: `${page.name}: ${field} ${value}`,
          found: draft.parties[0]?.values.some((one) => one.field === field && one.value === value),
        })),
      ),
    );
    const missed = wanted.filter(({ found }) => !found).map(({ what }) => what);

    expect(wanted.length).toBeGreaterThanOrEqual(85);
    expect(missed.length <= wanted.length / 10 ? [] : missed).toEqual([]);
  });

  it.each(pages)('tick nothing wrong: $page.name', ({ page, draft }) => {
    const ticked = valuesOf(draft).filter((value) => value.ticked);

    expect(ticked.filter((value) => !isRight(page, value)).map(({ field, value }) => `${field} ${value}`)).toEqual([]);
    expect(ticked.some(({ field }) => field === 'name')).toBe(true);
  });

  it.each(pages)(
    'never give what is of the site, of who advertises there or of others: $page.name',
    ({ page, draft }) => {
      const bare = (text: string): string => text.replace(/[\s()（）+-]/g, '').replace(/^(?:86|49|886)|^0/, '');
      const given = new Set(valuesOf(draft).map(({ value }) => bare(value)));

      expect(page.never.length).toBeGreaterThan(1);
      expect(page.never.filter((one) => given.has(bare(one)))).toEqual([]);
    },
  );

  it.each(pages.filter(({ page }) => !page.name.startsWith('1688')))(
    'tell of one company and of nobody else: $page.name',
    ({ draft }) => {
      expect(draft.parties.map(({ kind, ticked }) => [kind, ticked])).toEqual([['company', true]]);
    },
  );

  it('show a number that is hidden in part, and leave it to the user', () => {
    const { draft } = must(
      pages.find(({ page }) => page.name === 'qcc-company'),
      'the page',
    );
    const phones = valuesOf(draft).filter(({ field }) => field === 'phones');

    expect(phones.map(({ value, label, ticked }) => [value, label, ticked])).toEqual([
      ['138****1234', 'mobile', false],
    ]);
  });

  it('are read for the company only on the site of a register', () => {
    const { page } = must(
      pages.find((one) => one.page.name === 'qcc-company'),
      'the page',
    );
    const elsewhere = draftOf({ ...page, url: 'https://www.lanzhou-jm.example/about' });

    expect(valuesOf(elsewhere).map(({ value }) => value)).toContain('+864005550166');
  });
});

describe('a page of a register that shows nothing', () => {
  it.each([
    [
      'a login',
      '<h1>请登录</h1><form><input name="phone"><input type="password"></form><p>登录后查看企业信息</p>',
      'login',
    ],
    ['a slider', '<div class="geetest_panel">请完成安全验证，拖动滑块</div>', 'captcha'],
    ['too many visits', '<p>访问过于频繁，请稍后再试</p>', 'captcha'],
  ])('says what it wants: %s', (_, body, obstacle) => {
    const reading = readHtml(
      `<html lang="zh-CN"><title>查查信</title><body>${body}
      <div class="footer">客服热线：400-555-0166 苏ICP备20990166号</div></body></html>`,
      'https://www.qcc.com/firm/1',
    );

    expect([reading.obstacle, reading.parties]).toEqual([obstacle, []]);
  });
});
