import { browser } from 'wxt/browser';
import { createApp } from '@/src/app/create-app';
import { openPorts } from '@/src/platform/open-ports';
import { whenIdle } from '@/src/platform/when-idle';
import { mount } from '@/src/ui/mount';
import { Workspace } from '@/src/ui/shell/workspace';
import { shippedNotebooks } from './shipped-notebooks';

const { version } = browser.runtime.getManifest();

const app = await mount(
  async () => createApp({ ...(await openPorts()), notebooks: shippedNotebooks }),
  <Workspace version={version} />,
);
whenIdle(app.tidyUp);
