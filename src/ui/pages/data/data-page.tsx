import { Stack, Tabs, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { goTo, type Route } from '../../shell/route';
import { BackupPanel } from './backup-panel';
import { ContactsPanel } from './contacts-panel';
import { DatasetList } from './dataset-list';
import { HistoryList } from './history-list';
import { ImportPanel } from './import-panel';
import { MappingPanel } from './mapping-panel';
import { RecycleBin } from './recycle-bin';

/** Where data come in and go out: sales files, files of contacts, the history of every change, backups. */
export function DataPage({ route }: { route: Route }) {
  const { t } = useTranslation('data');
  const { t: contacts } = useTranslation('contacts');
  const tab = ['files', 'contacts', 'history', 'bin', 'backup'].find((name) => name === route.path[1]) ?? 'files';
  return (
    <Stack gap="md">
      <Title order={1} size="h2">
        {t('title')}
      </Title>
      <Tabs value={tab} onChange={(name) => name && goTo(['data', name])} keepMounted={false}>
        <Tabs.List aria-label={t('title')}>
          <Tabs.Tab value="files">{t('files')}</Tabs.Tab>
          <Tabs.Tab value="contacts">{contacts('title')}</Tabs.Tab>
          <Tabs.Tab value="history">{t('history')}</Tabs.Tab>
          <Tabs.Tab value="bin">{t('bin')}</Tabs.Tab>
          <Tabs.Tab value="backup">{t('backup')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="files" pt="md">
          <Stack gap="xl">
            <ImportPanel />
            <DatasetList />
            <MappingPanel />
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="contacts" pt="md">
          <ContactsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="history" pt="md">
          <HistoryList />
        </Tabs.Panel>
        <Tabs.Panel value="bin" pt="md">
          <RecycleBin />
        </Tabs.Panel>
        <Tabs.Panel value="backup" pt="md">
          <BackupPanel />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
