// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LANGUAGES } from '@/src/domain/notebook/notebook';
import { BackupPanel } from '@/src/ui/pages/data/backup-panel';
import { click, said, see } from '@/test/support/hands';
import { importOrders } from '@/test/support/import-orders';
import { showOn } from '@/test/support/show';
import { createWorld, salesFile, type World } from '@/test/support/world';

let world: World;
let cleanup: () => void = () => undefined;
beforeEach(async () => {
  world = await createWorld();
  await importOrders(world.app, salesFile());
});
afterEach(async () => {
  cleanup();
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const CHECK = { en: 'Check the data', 'zh-CN': '检查数据', 'zh-TW': '檢查資料' };

describe('checking the data', () => {
  it.each(LANGUAGES)('says in %s what is damaged, and what to do about columns', async (language) => {
    const gone = (await world.db.blobs.toCollection().primaryKeys())[0] ?? '';
    await world.db.blobs.delete(gone);
    ({ cleanup } = await showOn(world.app, <BackupPanel />, language));

    await click('button', CHECK[language]);

    const alert = said(await see('[role=alert]'));
    expect(alert).toContain({ en: 'Sales files: ', 'zh-CN': '销售文件：', 'zh-TW': '銷售檔案：' }[language]);
    expect(alert).toContain(`column ${gone} is missing`);
  });

  it('says that all is well', async () => {
    ({ cleanup } = await showOn(world.app, <BackupPanel />, 'en'));

    await click('button', CHECK.en);

    expect(said(await see('output p'))).toContain('All is well');
  });
});
