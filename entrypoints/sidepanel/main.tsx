import { createApp } from '@/src/app/create-app';
import { openPorts } from '@/src/platform/open-ports';
import { whenIdle } from '@/src/platform/when-idle';
import { mount } from '@/src/ui/mount';
import { CapturePanel } from '@/src/ui/panel/capture-panel';

const app = await mount(async () => createApp({ ...(await openPorts()), notebooks: {} }), <CapturePanel />);
whenIdle(() => app.bulk.work(new AbortController().signal));
