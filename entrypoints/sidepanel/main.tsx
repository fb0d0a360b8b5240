import { createApp } from '@/src/app/create-app';
import { openPorts } from '@/src/platform/open-ports';
import { mount } from '@/src/ui/mount';
import { CapturePanel } from '@/src/ui/panel/capture-panel';

await mount(async () => createApp({ ...(await openPorts()), notebooks: {} }), <CapturePanel />);
