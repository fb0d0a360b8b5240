import { Alert, Anchor, Badge, Group, Tabs, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useInterface, useLive } from '../app-context';
import classes from './capture-panel.module.css';
import { InboxList } from './inbox-list';
import { ThisPage } from './this-page';
import { useCapture } from './use-capture';

const TABS = ['page', 'inbox'] as const;
type Tab = (typeof TABS)[number];

/** The daily surface, beside the page: what was found there, to be checked and saved; and what waits to be. */
export function CapturePanel() {
  const { app } = useInterface();
  const { t } = useTranslation('capture');
  const { t: shell } = useTranslation();
  const [tab, setTab] = useState<Tab>('page');
  const capture = useCapture();
  const items = useLive('inbox', ({ capture }) => capture.inbox()) ?? [];
  const names: Readonly<Record<Tab, string>> = { page: t('title'), inbox: t('inbox.title') };
  // What is asked for on a page is shown, whichever tab was open.
  const isAsked = capture.state.step === 'reading' && tab !== 'page';
  if (isAsked) setTab('page');
  return (
    <div className={classes['panel']}>
      <VisuallyHidden component="h1">{names[tab]}</VisuallyHidden>
      <Tabs value={tab} onChange={(next) => setTab(TABS.find((one) => one === next) ?? 'page')}>
        <Group justify="space-between" component="header" mb="sm" wrap="nowrap" gap="xs">
          <Tabs.List>
            <Tabs.Tab value="page">{names.page}</Tabs.Tab>
            <Tabs.Tab value="inbox" rightSection={items.length > 0 && <Badge size="sm">{items.length}</Badge>}>
              {names.inbox}
            </Tabs.Tab>
          </Tabs.List>
          <Anchor component="button" size="sm" onClick={() => void app.host.openWorkspace('')}>
            {shell('action.openWorkspace')}
          </Anchor>
        </Group>
        <main>
          {app.readOnly && <Alert color="orange">{shell('readOnly')}</Alert>}
          <Tabs.Panel value="page">
            <ThisPage capture={capture} />
          </Tabs.Panel>
          <Tabs.Panel value="inbox">
            <InboxList
              items={items}
              onOpen={(item) => {
                capture.openItem(item);
                setTab('page');
              }}
              onRead={(text) => {
                capture.openText(text);
                setTab('page');
              }}
            />
          </Tabs.Panel>
        </main>
      </Tabs>
    </div>
  );
}
