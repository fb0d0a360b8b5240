// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TradeFields } from '@/src/ui/pages/settings/trade-fields';
import { click, findOne, said, see } from '@/test/support/hands';
import { showOn } from '@/test/support/show';
import { createWorld, type World } from '@/test/support/world';

let world: World;
let cleanup = (): void => undefined;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  cleanup();
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});
const show = async (language: 'en' | 'zh-CN' | 'zh-TW' = 'en'): Promise<void> => {
  ({ cleanup } = await showOn(world.app, <TradeFields />, language));
};

describe('the trades in the settings', () => {
  it('name their fields, add them with one click and take them back with one', async () => {
    await show();
    expect(said(await see('[data-trade=leasing]'))).toContain('Area (m²) · Orientation · Floor');
    await click('button', 'Add the fields of Office leasing');
    await see('[data-trade=leasing]', 'Added');
    await see('output p', '5 fields added to requirements.');
    expect(findOne('[data-trade=leasing] button')).toBeUndefined();
    expect(findOne('[data-trade=services] button', 'Add the fields of Services')).toBeDefined();
    expect((await world.app.records.customFields()).map(({ fields }) => fields.label).slice(0, 3)).toEqual([
      'Area (m²)',
      'Orientation',
      'Floor',
    ]);

    await click('output button', 'Undo');
    await see('[data-trade=leasing] button', 'Add the fields of Office leasing');
    expect(await world.app.records.customFields()).toEqual([]);
  });

  it('say who may not', async () => {
    await world.app.settings.change('user-role', 'representative');
    await show();
    await click('button', 'Add the fields of Services');
    await see('output p', 'Your role does not allow this.');
    expect(findOne('[data-trade=services]', 'Added')).toBeUndefined();
    expect(await world.app.records.customFields()).toEqual([]);
  });

  it.each([
    ['zh-CN', '面积（㎡） · 朝向 · 楼层', '添加写字楼租赁字段'],
    ['zh-TW', '面積（㎡） · 座向 · 樓層', '加入辦公室租賃欄位'],
  ] as const)('speak %s', async (language, fields, add) => {
    await show(language);
    expect(said(await see('[data-trade=leasing]'))).toContain(fields);
    await see('button', add);
  });
});
