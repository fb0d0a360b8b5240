import { Stack, Tabs, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useInterface } from '../../app-context';
import { useKindWords } from '../../records/kind-words';
import { RecordRoom } from '../../records/record-room';
import { ReceivablesLink } from '../receivables/receivables-link';
import { goTo, type Route } from '../../shell/route';

/** Kinds that say what clients owe, or may. */
const CREDIT: ReadonlySet<string> = new Set(['receivable', 'account-order', 'settlement-sheet', 'credit-approval']);

/** The client files that key-account work keeps: every kind that has no page of its own, a tab each. */
export function FilesPage({ route }: { route: Route }) {
  const { app } = useInterface();
  const { t } = useTranslation();
  const kindWords = useKindWords();
  const kinds = [...app.kinds.values()].filter(({ view }) => view?.room === 'files');
  const named = app.kinds.get(route.path[1] ?? '');
  const kind = named?.view ? named : kinds[0];
  if (!kind) return null;
  // A kind with a page of its own has no tab, but its records can be opened by their address.
  const tabs = kinds.includes(kind) ? kinds : [...kinds, kind];
  return (
    <Stack gap="md">
      <Title order={1} size="h2">
        {t('room.files')}
      </Title>
      <Tabs value={kind.name} onChange={(name) => name && goTo(['files', name])}>
        <Tabs.List aria-label={t('room.files')}>
          {tabs.map((one) => (
            <Tabs.Tab key={one.name} value={one.name}>
              {kindWords(one).all}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={kind.name} pt="md">
          <RecordRoom
            key={kind.name}
            kind={kind}
            route={route}
            base={['files', kind.name]}
            actions={CREDIT.has(kind.name) && <ReceivablesLink />}
          />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
