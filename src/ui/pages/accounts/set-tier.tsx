import { Menu, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '@/src/kernel/ids';
import { tiersInOrder } from '@/src/domain/accounts/tier-of';
import type { TierRow } from '@/src/domain/accounts/tier.kind';
import { useInterface, useLive } from '../../app-context';
import { useTold } from '../../components/use-told';

/** Puts companies into a tier by the user's own word. Nothing where there are no tiers. */
export function SetTier({ companies }: { companies: readonly RecordId[] }) {
  const { app } = useInterface();
  const { t } = useTranslation('tiers');
  const told = useTold();
  const tiers = tiersInOrder(useLive('tiers', (of) => of.accounts.tiers()) ?? []);
  if (tiers.length === 0) return null;
  const put = async (to: TierRow | undefined): Promise<void> => {
    const done = await app.accounts.setTier(companies, to?.id ?? null);
    told(done, t('tierWas', { tier: to?.fields.name ?? t('tierNone') }));
  };
  return (
    <Menu>
      <Menu.Target>
        <Button size="compact-sm" variant="default" data-action="set-tier">
          {t(companies.length > 1 ? 'bulkTier' : 'tierSet')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {tiers.map((one) => (
          <Menu.Item key={one.id} onClick={() => void put(one)}>
            {one.fields.name}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => void put(undefined)}>{t('tierNone')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
