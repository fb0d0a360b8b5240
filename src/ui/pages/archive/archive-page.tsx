import { Stack, Tabs, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { archiveItem } from '@/src/domain/archive/archive-item.kind';
import { accessRequest } from '@/src/domain/records/access-request.kind';
import { changeRequest } from '@/src/domain/records/change-request.kind';
import { RecordRoom } from '../../records/record-room';
import { goTo, type Route } from '../../shell/route';
import { ArchiveOverview } from './archive-overview';

const LISTS = { items: archiveItem, access: accessRequest, changes: changeRequest } as const;
const PARTS = ['overview', 'items', 'access', 'changes'] as const;
type Part = (typeof PARTS)[number];

/** The client archive (客户档案): an account at a time, all items, and what was asked for: to see and to change. */
export function ArchivePage({ route }: { route: Route }) {
  const { t } = useTranslation('archive');
  const part = PARTS.find((one) => one === route.path[1]) ?? 'overview';
  return (
    <Stack gap="md">
      <Stack gap={0}>
        <Title order={1} size="h2">
          {t('title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('lead')}
        </Text>
      </Stack>
      <Tabs value={part} onChange={(name) => goTo(name === 'overview' ? ['archive'] : ['archive', name ?? ''])}>
        <Tabs.List aria-label={t('title')}>
          {PARTS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(one)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={part} pt="md">
          <PartOf part={part} route={route} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function PartOf({ part, route }: { part: Part; route: Route }) {
  if (part === 'overview') return <ArchiveOverview company={route.params['company']} />;
  const kind = LISTS[part];
  const madeElsewhere = kind !== archiveItem;
  return <RecordRoom key={part} kind={kind} route={route} base={['archive', part]} madeElsewhere={madeElsewhere} />;
}
