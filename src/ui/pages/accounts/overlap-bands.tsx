import { Alert, Button, Group, Modal, NumberInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  bandsOf,
  policyOf,
  tierInversions,
  type Band,
  type BandPolicy,
  type Inversion,
} from '@/src/domain/accounts/tier-inversions';
import type { TierRow } from '@/src/domain/accounts/tier.kind';
import { useInterface } from '../../app-context';
import { useTold } from '../../components/use-told';
import { CustomerInversions } from './customer-inversions';

/** Each two neighbouring tiers (鸡头与凤尾): what is upside down between them, and one team for both. */
export function OverlapBands({ tiers }: { tiers: readonly TierRow[] }) {
  const { t } = useTranslation('tiers');
  const bands = bandsOf(tiers);
  const inversions = tierInversions(tiers);
  return (
    <Stack gap="xs" component="section" aria-labelledby="overlap-bands">
      <Title order={2} size="h4" id="overlap-bands">
        {t('bands')}
      </Title>
      <Text size="sm" maw="75ch">
        {t('bandsLead')}
      </Text>
      {bands.length === 0 && <Text size="sm">{t('bandsNone')}</Text>}
      {bands.map((band) => (
        <BandLine
          key={band.lower.id}
          band={band}
          inversions={inversions.filter(({ lower }) => lower.id === band.lower.id)}
        />
      ))}
      {bands.length > 0 && inversions.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('inversionNone')}
        </Text>
      )}
      {bands.length > 0 && <CustomerInversions />}
    </Stack>
  );
}

function BandLine({ band, inversions }: { band: Band; inversions: readonly Inversion[] }) {
  const { format } = useInterface();
  const { t } = useTranslation('tiers');
  const [asks, setAsks] = useState(false);
  const names = { lower: band.lower.fields.name, upper: band.upper.fields.name };
  return (
    <Stack gap={4} data-band={band.lower.id}>
      <Group gap="sm">
        <Text size="sm" fw={600}>
          {t('band', names)}
        </Text>
        {band.team !== undefined && <Text size="sm">{t('bandTeam', { team: band.team })}</Text>}
        <Button size="compact-xs" variant="default" data-action="join-band" onClick={() => setAsks(true)}>
          {t('join')}
        </Button>
      </Group>
      {inversions.map(({ term, lowerValue, upperValue }) => (
        <Alert key={term} color="orange" variant="light" p="xs" data-inversion={term}>
          {t(`inversion.${term}`, {
            ...names,
            lowerValue: format.value(lowerValue, 'number'),
            upperValue: format.value(upperValue, 'number'),
          })}
        </Alert>
      ))}
      {asks && <JoinDialog band={band} onClose={() => setAsks(false)} />}
    </Stack>
  );
}

const TERMS = ['discount', 'visits', 'calls'] as const;

function JoinDialog({ band, onClose }: { band: Band; onClose: () => void }) {
  const { app } = useInterface();
  const { t } = useTranslation('tiers');
  const { t: shell } = useTranslation();
  const told = useTold();
  const { lower, upper } = band;
  const [policy, setPolicy] = useState<BandPolicy>(() => policyOf(band, band.team ?? ''));
  const names = { lower: lower.fields.name, upper: upper.fields.name };
  const join = async (): Promise<void> => {
    const done = await app.accounts.joinBand({ lower: lower.id, upper: upper.id, policy });
    if (told(done, t('joined', { ...names, team: policy.team }))) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('joinTitle', names)}
      closeButtonProps={{ 'aria-label': shell('action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void join();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{t('joinLead')}</Text>
          <TextInput
            label={t('team')}
            required
            maxLength={60}
            value={policy.team}
            onChange={(event) => setPolicy({ ...policy, team: event.currentTarget.value })}
          />
          {TERMS.map((term) => (
            <NumberInput
              key={term}
              label={t(term)}
              min={0}
              max={term === 'discount' ? 100 : 366}
              value={policy[term] ?? ''}
              onChange={(value) => setPolicy({ ...policy, [term]: value === '' ? undefined : Number(value) })}
            />
          ))}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {shell('action.cancel')}
            </Button>
            <Button type="submit" disabled={policy.team.trim() === ''}>
              {t('joinDo')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
