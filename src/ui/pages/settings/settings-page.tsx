import { Checkbox, NativeSelect, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { retentionOf } from '@/src/app/recycle-bin';
import { LANGUAGES } from '@/src/domain/notebook/notebook';
import { ROLES } from '@/src/domain/records/actor';
import { useInterface } from '../../app-context';
import { pickLanguage } from '../../i18n/i18n';
import { ProviderChoices } from './provider-choices';
import { SentList } from './sent-list';
import { SuppressionList } from './suppression-list';
import { TradeFields } from './trade-fields';

const THEMES = ['auto', 'light', 'dark'] as const;
const REGIONS = [
  'CN',
  'TW',
  'HK',
  'MO',
  'SG',
  'DE',
  'AT',
  'CH',
  'GB',
  'US',
  'CA',
  'AU',
  'JP',
  'KR',
  'FR',
  'NL',
  'IT',
  'ES',
];

/** Language, looks, home country; and what the product promises. */
export function SettingsPage({ version }: { version: string }) {
  const { app, settings, format } = useInterface();
  const { t } = useTranslation(['settings', 'trades', 'enrich']);
  const browserLanguage = pickLanguage(undefined, app.host.languages);
  const regions = new Intl.DisplayNames([format.language], { type: 'region' });
  return (
    <Stack gap="xl" maw={640}>
      <Title order={1} size="h2">
        {t('title')}
      </Title>
      <Stack gap="sm" align="start">
        <NativeSelect
          label={t('language')}
          value={settings.language ?? ''}
          onChange={(event) => void app.settings.change('language', event.currentTarget.value)}
          data={[
            { value: '', label: t('languageBrowser', { language: t(`languageName.${browserLanguage}`) }) },
            ...LANGUAGES.map((value) => ({ value, label: t(`languageName.${value}`) })),
          ]}
        />
        <NativeSelect
          label={t('theme')}
          value={settings.theme ?? 'auto'}
          onChange={(event) => void app.settings.change('theme', event.currentTarget.value)}
          data={THEMES.map((value) => ({ value, label: t(`themeName.${value}`) }))}
        />
        <NativeSelect
          label={t('homeRegion')}
          description={t('homeRegionText')}
          value={settings['home-region'] ?? ''}
          onChange={(event) => void app.settings.change('home-region', event.currentTarget.value)}
          data={[{ value: '', label: '–' }, ...REGIONS.map((value) => ({ value, label: regions.of(value) ?? value }))]}
        />
        <PageMenuChoice />
      </Stack>
      <Section title={t('user')}>
        <UserSettings />
      </Section>
      <Section title={t('trades:title')}>
        <TradeFields />
      </Section>
      <Section title={t('storage')}>
        <StorageState />
      </Section>
      <Section title={t('privacy')}>
        <Text>{t('privacyText')}</Text>
      </Section>
      <Section title={t('enrich:sources')}>
        <ProviderChoices />
      </Section>
      <Section title={t('enrich:sent')}>
        <SentList />
      </Section>
      <Section title={t('suppression')}>
        <SuppressionList />
      </Section>
      <Section title={t('shortcuts')}>
        <Shortcuts />
      </Section>
      <Text size="sm" c="dimmed">
        {t('version', { version })}
      </Text>
    </Stack>
  );
}

/** The entries in the menu of web pages are there until they are switched off. */
function PageMenuChoice() {
  const { app, settings } = useInterface();
  const { t } = useTranslation('settings');
  return (
    <Checkbox
      name="page-menu"
      label={t('pageMenu')}
      description={t('pageMenuText')}
      checked={settings['page-menu'] !== 'off'}
      onChange={(event) => {
        const isOffered = event.currentTarget.checked;
        // The menu follows the choice: while it changes, the page shows already what was chosen.
        void app.settings.change('page-menu', isOffered ? 'on' : 'off').then(() => app.host.offerPageMenu(isOffered));
      }}
    />
  );
}

const RETENTIONS = [7, 30, 90, 365];

/** Who writes, what they may, and how long deleted records can be brought back. */
function UserSettings() {
  const { app, settings } = useInterface();
  const { t } = useTranslation('settings');
  const name = settings['user-name'] ?? '';
  return (
    <Stack gap="sm" align="start">
      <TextInput
        key={name}
        label={t('userName')}
        description={t('userNameText')}
        defaultValue={name}
        onBlur={(event) => {
          const typed = event.currentTarget.value.trim();
          if (typed !== name && typed !== '') void app.settings.change('user-name', typed);
        }}
      />
      <NativeSelect
        label={t('userRole')}
        description={t('userRoleText')}
        value={settings['user-role'] ?? 'executive'}
        onChange={(event) => void app.settings.change('user-role', event.currentTarget.value)}
        data={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
      <NativeSelect
        label={t('retention')}
        value={String(retentionOf(settings))}
        onChange={(event) => void app.settings.change('retention-days', event.currentTarget.value)}
        data={[
          { value: 'month', label: t('retentionMonth') },
          ...RETENTIONS.map((count) => ({ value: String(count), label: t('retentionDays', { count }) })),
        ]}
      />
    </Stack>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {title}
      </Title>
      {children}
    </Stack>
  );
}

function StorageState() {
  const { app } = useInterface();
  const { t } = useTranslation('settings');
  const [state, setState] = useState<'kept' | 'not-kept' | 'unknown'>();
  useEffect(() => {
    void app.host.keepStorage().then(setState);
  }, [app]);
  return state ? <Text>{t(`storageState.${state}`)}</Text> : null;
}

function Shortcuts() {
  const { t } = useTranslation('settings');
  const keys: [string, string][] = [
    ['Alt+Shift+C', t('shortcut.capture')],
    ['Alt+Shift+S', t('shortcut.quick')],
    ['Ctrl+K / ⌘K', t('shortcut.palette')],
    ['G A · G N · G D · G S', t('shortcut.go')],
    ['Enter', t('shortcut.save')],
    ['Ctrl+Z / ⌘Z', t('shortcut.undo')],
  ];
  return (
    <Table>
      <Table.Tbody>
        {keys.map(([key, what]) => (
          <Table.Tr key={key}>
            <Table.Th scope="row">
              <kbd>{key}</kbd>
            </Table.Th>
            <Table.Td>{what}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
