import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyRule } from '@/src/domain/accounts/key-rule.kind';
import { tier } from '@/src/domain/accounts/tier.kind';
import { useInterface, useLive } from '../../app-context';
import { useTold } from '../../components/use-told';
import { useWords } from '../../components/use-value-text';
import { RecordForm } from '../../records/record-form';
import { RecordRoom } from '../../records/record-room';
import type { Route } from '../../shell/route';
import { AccountsTabs } from './accounts-tabs';
import { AssignPanel } from './assign-panel';
import { KeyLists } from './key-lists';
import { OverlapBands } from './overlap-bands';

/** The tiers with their contact standards, who goes into which, the overlap of neighbours, and the key list of each year. */
export function TiersPage({ route }: { route: Route }) {
  const { t } = useTranslation('tiers');
  const tiers = useLive('tiers', (app) => app.accounts.tiers());
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="end">
        <Stack gap={0} maw="75ch">
          <Title order={1} size="h2">
            {t('title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('lead')}
          </Text>
        </Stack>
        <AccountsTabs here="tiers" />
      </Group>
      {tiers?.length === 0 && <InstallTiers />}
      <RecordRoom kind={tier} route={route} base={['accounts', 'tiers']} />
      {tiers && tiers.length > 0 && (
        <>
          <AssignPanel />
          <OverlapBands tiers={tiers} />
        </>
      )}
      <KeyLists />
      <RulePart />
    </Stack>
  );
}

function InstallTiers() {
  const { app } = useInterface();
  const { t } = useTranslation('tiers');
  const words = useWords();
  const told = useTold();
  const install = async (): Promise<void> => {
    told(await app.accounts.installTiers((key) => words(`tiers:${key}`, key)), t('installed'));
  };
  return (
    <Stack gap="xs" maw="75ch">
      <Text>{t('installLead')}</Text>
      <Button w="fit-content" data-action="install-tiers" onClick={() => void install()}>
        {t('install')}
      </Button>
    </Stack>
  );
}

/** The sum of the rule for key accounts: the last one that was set holds. */
function RulePart() {
  const { format } = useInterface();
  const { t } = useTranslation('tiers');
  const [asks, setAsks] = useState(false);
  const held = useLive('key-rule', async ({ accounts }) => ({ rule: await accounts.keyRule() }));
  const sum = held?.rule?.fields.contractSum;
  return (
    <Stack gap="xs" component="section" aria-labelledby="key-rule">
      <Title order={2} size="h4" id="key-rule">
        {t('rule')}
      </Title>
      <Text size="sm" maw="75ch">
        {sum ? t('ruleNow', { sum: `${format.money(sum.amount)} ${sum.currency}` }) : t('ruleLead')}
      </Text>
      <Button size="compact-sm" variant="default" w="fit-content" onClick={() => setAsks(true)}>
        {t(sum ? 'ruleNew' : 'ruleSet')}
      </Button>
      {asks && <RecordForm kind={keyRule} given={{ name: t('rule') }} onClose={() => setAsks(false)} />}
    </Stack>
  );
}
