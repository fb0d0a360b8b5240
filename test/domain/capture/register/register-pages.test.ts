import { describe, expect, it } from 'vitest';
import type { CaptureDraft, DraftValue } from '@/src/app/capture-draft';
import { isOfRegister, REGISTERS } from '@/src/domain/enrich/opened/registers';
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

const documentOf = (title: string, body: string): string =>
  `<html lang="zh-CN"><head><title>${title}</title></head><body>${body}</body></html>`;

describe('a page of a register whose foot is not marked as one', () => {
  const html = documentOf(
    '济南墨陶机械有限公司 - 查查信',
    `<div>查查信</div><h1>济南墨陶机械有限公司</h1><p>法定代表人 <a>慕容雪村</a></p><p>电话 <a href="tel:053155550107">0531-55550107</a></p>
    <dl><dt>统一社会信用代码</dt><dd>91310115MA1K4B7T04</dd><dt>法定代表人</dt><dd>慕容雪村</dd><dt>注册资本</dt><dd>5000万元人民币</dd>
    <dt>成立日期</dt><dd>1998-12-25</dd><dt>登记状态</dt><dd>在业</dd><dt>注册地址</dt><dd>山东省济南市历下区解放东路3号</dd></dl>
    <h3>最近浏览</h3><p>南京钟鸣乐器有限公司 电话：025-55550111</p>
    <p>联系电话：400-555-0166</p><p>苏州远见查数据科技股份有限公司</p><p>苏ICP备20990166号</p>`,
  );

  it('gives what stands with the facts, not what follows them', () => {
    const [own, ...others] = draftOf({ html, url: 'https://m.qcc.com/firm/1.html' }).parties;
    const said = own?.values.map(({ field, value }) => `${field} ${value}`);

    expect(others).toEqual([]);
    expect(said?.toSorted()).toEqual([
      'addresses 山东省济南市历下区解放东路3号',
      'founded 1998-12-25',
      'legalRepresentative 慕容雪村',
      'name 济南墨陶机械有限公司',
      'phones +8653155550107',
      'registeredCapital 5000万元人民币',
      'registrationIds 91310115MA1K4B7T04',
      'registrationState 在业',
    ]);
  });
});

describe('a page of a register about no one company', () => {
  it.each([
    [
      'a person and their companies',
      '卓景行 - 老板详情',
      `<h1>卓景行</h1><table><tr><th>企业名称</th><th>法定代表人</th><th>注册资本</th><th>成立日期</th><th>登记状态</th></tr>
      <tr><td>东莞市某甲五金有限公司</td><td>韩松</td><td>200万元人民币</td><td>2022-03-01</td><td>存续</td></tr>
      <tr><td>东莞市某乙五金有限公司</td><td>李丽</td><td>300万元人民币</td><td>2021-03-01</td><td>注销</td></tr></table>`,
    ],
    [
      'one hit of a search',
      '甲乙机械的搜索结果',
      `<h1>为您找到 1 家公司</h1><div><a>上海甲乙机械有限公司</a><div>法定代表人：王小一 注册资本：100万人民币 成立日期：2011-01-02</div>
      <div>电话：021-55550121</div></div>`,
    ],
  ])('gives none: %s', (_, title, body) => {
    expect(draftOf({ html: documentOf(title, body), url: 'https://www.qcc.com/x' }).parties).toEqual([]);
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
