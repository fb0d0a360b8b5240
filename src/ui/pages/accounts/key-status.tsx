import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { keyStanding } from '@/src/domain/accounts/key-standing';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import { useInterface, useLive } from '../../app-context';
import { useSentence } from '../../components/use-sentence';

/** Whether an account is on the list of the latest year, and what the rule for key accounts says of its last review. */
export function KeyStatus({ row }: { row: Row<CompanyFields> }) {
  const words = useListWords(row);
  const rule = useRuleWords(row);
  return (
    <>
      {words !== undefined && (
        <Text size="sm" data-key-list>
          {words}
        </Text>
      )}
      {rule !== undefined && (
        <Text size="sm" data-key-rule>
          {rule}
        </Text>
      )}
    </>
  );
}

function useListWords({ id }: Row<CompanyFields>): string | undefined {
  const { t } = useTranslation('tiers');
  const held = useLive(`key-list:${id}`, async ({ accounts }) => ({
    list: (await accounts.keyLists())[0],
    exceptions: await accounts.exceptions(),
  }));
  if (!held?.list) return undefined;
  const { fields, id: list } = held.list;
  const year = String(fields.year ?? '');
  const own = held.exceptions.findLast((one) => one.fields.list === list && one.fields.company === id);
  if (own?.fields.change === 'add') return t('addedToList', { year, reason: own.fields.reason });
  const isMember = Object.values(fields.members ?? {}).some(({ company }) => company === id);
  return t(isMember && !own ? 'onList' : 'offList', { year });
}

function useRuleWords({ id }: Row<CompanyFields>): string | undefined {
  const { format } = useInterface();
  const { t } = useTranslation('tiers');
  const sentence = useSentence();
  const held = useLive(`key-rule:${id}`, async ({ accounts }) => ({
    review: (await accounts.reviewsOf(id)).at(-1),
    rule: await accounts.keyRule(),
  }));
  if (!held?.review) return undefined;
  const standing = keyStanding(held.review.fields, held.rule?.fields);
  if (!standing.ok) return sentence(standing.error);
  const { outcome, grounds, unknown } = standing.value;
  const { amount = '0', currency = '' } = held.rule?.fields.contractSum ?? {};
  const listed = (all: typeof grounds): string => all.map((one) => t(`ground.${one}`)).join(t('and'));
  return t(`key.${outcome}`, {
    sum: `${format.money(amount)} ${currency}`,
    grounds: listed(grounds),
    unknown: listed(unknown),
  });
}
