import { Alert, Anchor, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useInterface } from '../app-context';
import { useBackupAge } from '../components/use-backup-age';
import { AccountsPage } from '../pages/accounts/accounts-page';
import { EnrichmentPage } from '../pages/accounts/enrichment-page';
import { DuplicatesPage } from '../pages/accounts/duplicates-page';
import { ArchivePage } from '../pages/archive/archive-page';
import { AnalysisPage } from '../pages/analysis/analysis-page';
import { TiersPage } from '../pages/accounts/tiers-page';
import { DataPage } from '../pages/data/data-page';
import { FilesPage } from '../pages/files/files-page';
import { KpiPage } from '../pages/kpi/kpi-page';
import { ReceivablesPage } from '../pages/receivables/receivables-page';
import { PipelinePage } from '../pages/pipeline/pipeline-page';
import { RegistrationsPage } from '../pages/registrations/registrations-page';
import { SettingsPage } from '../pages/settings/settings-page';
import { StartPage } from '../pages/start/start-page';
import { TodayPage } from '../pages/today/today-page';
import { VisitsPage } from '../pages/visits/visits-page';
import { EnrichLine } from './enrich-line';
import { CommandPalette } from './command-palette';
import { HiddenRoom } from './hidden-room';
import { roomOf } from './rooms';
import { roomsFor } from './rooms-by-role';
import { hashOf, useRoute, type Route } from './route';
import { useKeys } from './use-keys';
import { useRole } from './use-role';
import classes from './workspace.module.css';

/** The full page: a rail of the rooms that work, the room that the address names, the palette over both. */
export function Workspace({ version }: { version: string }) {
  const { app } = useInterface();
  const { t } = useTranslation();
  const route = useRoute();
  const [palette, setPalette] = useState(false);
  useKeys({ openPalette: () => setPalette(true) });
  return (
    <div className={classes['frame']}>
      <a href="#content" className={classes['skip']}>
        {t('skip')}
      </a>
      <Rail route={route} onPalette={() => setPalette(true)} />
      <main id="content" tabIndex={-1} className={classes['content']}>
        {app.readOnly && (
          <Alert color="orange" mb="md" role="alert">
            {t('readOnly')}
          </Alert>
        )}
        <EnrichLine />
        <Room route={route} version={version} />
      </main>
      <CommandPalette opened={palette} onClose={() => setPalette(false)} />
    </div>
  );
}

function Room({ route, version }: { route: Route; version: string }) {
  const room = roomOf(route);
  const role = useRole();
  if (room && !roomsFor(role).includes(room)) return <HiddenRoom />;
  if (room === 'today') return <TodayPage />;
  if (room === 'accounts') return <Accounts route={route} />;
  if (room === 'pipeline') return <PipelinePage route={route} />;
  if (room === 'archive') return <ArchivePage route={route} />;
  if (room === 'visits') return <VisitsPage />;
  if (room === 'files') return <FilesPage route={route} />;
  if (room === 'analysis') return <AnalysisPage route={route} />;
  if (room === 'kpi') return <KpiPage route={route} />;
  if (route.path[0] === 'receivables') return <ReceivablesPage route={route} />;
  if (room === 'data') return <DataPage route={route} />;
  return room === 'settings' ? <SettingsPage version={version} /> : <StartPage />;
}

function Accounts({ route }: { route: Route }) {
  const [, page] = route.path;
  if (page === 'registrations') return <RegistrationsPage route={route} />;
  if (page === 'duplicates') return <DuplicatesPage />;
  if (page === 'tiers') return <TiersPage route={route} />;
  return page === 'enrichment' ? <EnrichmentPage /> : <AccountsPage route={route} />;
}

function Rail({ route, onPalette }: { route: Route; onPalette: () => void }) {
  const { t } = useTranslation();
  const age = useBackupAge();
  const here = roomOf(route);
  const rooms = roomsFor(useRole());
  return (
    <nav className={classes['rail']} aria-label={t('product')}>
      <Anchor href={hashOf([])} underline="never" className={classes['brand'] ?? ''}>
        <span className={classes['mark']} aria-hidden="true">
          要
        </span>
        <Text span fw={700} className={classes['name'] ?? ''}>
          {t('product')}
        </Text>
      </Anchor>
      <ul className={classes['rooms']}>
        {rooms.map((room) => (
          <li key={room}>
            <a href={hashOf([room])} className={classes['room']} aria-current={room === here ? 'page' : undefined}>
              {t(`room.${room}`)}
            </a>
          </li>
        ))}
      </ul>
      <Button size="compact-sm" variant="default" onClick={onPalette} className={classes['palette'] ?? ''}>
        {t('palette.open')} <kbd className={classes['key']}>{t('palette.hint')}</kbd>
      </Button>
      {rooms.includes('data') && (
        <a href={hashOf(['data', 'backup'])} className={classes['age']} data-old={age.isOld}>
          {age.text}
        </a>
      )}
    </nav>
  );
}
