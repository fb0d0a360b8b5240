import { browser } from 'wxt/browser';
import { createApp } from '@/src/app/create-app';
import { createJsCells } from '@/src/platform/cells/js/create-js-cells';
import { createSqlCells } from '@/src/platform/cells/sql-client';
import { openPorts } from '@/src/platform/open-ports';
import { whenIdle } from '@/src/platform/when-idle';
import { mount } from '@/src/ui/mount';
import { Workspace } from '@/src/ui/shell/workspace';
import { shippedNotebooks } from './shipped-notebooks';

const { version } = browser.runtime.getManifest();
const cells = { ...createSqlCells(), js: createJsCells({ hasOwnProcess: import.meta.env.CHROME }) };

const app = await mount(
  async () => createApp({ ...(await openPorts()), cells, notebooks: shippedNotebooks }),
  <Workspace version={version} />,
);
whenIdle(app.tidyUp);
whenIdle(() => app.bulk.work(new AbortController().signal));
