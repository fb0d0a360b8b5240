import { Button, Checkbox, Group, NativeSelect, PasswordInput, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isChosen } from '@/src/app/enrich-choices';
import { DNS_SERVERS, type Provider } from '@/src/domain/enrich/provider';
import { PROVIDERS } from '@/src/domain/enrich/providers';
import { useInterface } from '../../app-context';

/** Whom enrichment asks: each source with what it gives and what of a record it is sent. */
export function ProviderChoices() {
  const { t } = useTranslation('enrich');
  return (
    <Stack gap="sm">
      <Text>{t('sourcesText')}</Text>
      <OwnDataChoice />
      {PROVIDERS.map((provider) => (
        <ProviderChoice key={provider.id} provider={provider} />
      ))}
    </Stack>
  );
}

/** The user's own sales files: nothing of them leaves the browser. */
function OwnDataChoice() {
  const { app, settings } = useInterface();
  const { t } = useTranslation('enrich');
  return (
    <Checkbox
      data-own-data-choice
      label={t('ownData')}
      description={t('ownDataText')}
      checked={settings['enrich-own-data'] !== 'off'}
      onChange={(event) => void app.settings.change('enrich-own-data', event.currentTarget.checked ? 'on' : 'off')}
    />
  );
}

function ProviderChoice({ provider }: { provider: Provider }) {
  const { app, settings } = useInterface();
  const { t } = useTranslation('enrich');
  const { id, needsKey } = provider;
  const isOn = isChosen(provider, settings);
  return (
    <Stack gap={6} data-provider={id}>
      <Checkbox
        label={t(`provider.${id}`)}
        description={t(`sourceText.${id}`)}
        checked={isOn}
        onChange={(event) => void app.settings.change(`enrich-${id}`, event.currentTarget.checked ? 'on' : 'off')}
      />
      {isOn && id === 'dns' && (
        <NativeSelect
          ml={28}
          maw={320}
          label={t('dnsServer')}
          value={settings['dns-server'] ?? DNS_SERVERS[0]}
          onChange={(event) => void app.settings.change('dns-server', event.currentTarget.value)}
          data={DNS_SERVERS.map((value) => ({ value, label: t(`dnsServerName.${value}`) }))}
        />
      )}
      {isOn && needsKey && <ProviderKey provider={provider} />}
    </Stack>
  );
}

/** The user's own key: it can be given and forgotten, but is never shown again. */
function ProviderKey({ provider: { id } }: { provider: Provider }) {
  const { app } = useInterface();
  const { t } = useTranslation('enrich');
  const [isKnown, setKnown] = useState<boolean>();
  const [typed, setTyped] = useState('');
  useEffect(() => {
    void app.enrich.hasKey(id).then(setKnown);
  }, [app, id]);
  const keep = async (key: string): Promise<void> => {
    await app.enrich.setKey(id, key);
    setTyped('');
    setKnown(key !== '');
  };
  if (isKnown === undefined) return null;
  if (isKnown)
    return (
      <Group gap="xs" ml={28}>
        <Text size="sm">{t('keyKnown')}</Text>
        <Button size="compact-sm" variant="default" onClick={() => void keep('')}>
          {t('keyForget')}
        </Button>
      </Group>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') void keep(typed.trim());
      }}
    >
      <Group gap="xs" ml={28} align="end">
        <PasswordInput
          w={320}
          maw="100%"
          label={t('key', { provider: t(`provider.${id}`) })}
          description={t('keyText')}
          value={typed}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={typed.trim() === ''}>
          {t('keySave')}
        </Button>
      </Group>
    </form>
  );
}
