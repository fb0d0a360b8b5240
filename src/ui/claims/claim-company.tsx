import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actorOf } from '@/src/app/acting';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import { isStanding } from '@/src/domain/registration/rivals';
import { registration } from '@/src/domain/registration/registration.kind';
import { useInterface, useLive } from '../app-context';
import { useSentence } from '../components/use-sentence';
import { useKindWords } from '../records/kind-words';
import { useSpan, useWho } from './use-claim-words';

/** Registers a company as the user's client at one press, and says who has registered it. */
export function ClaimCompany({ row }: { row: Row<CompanyFields> }) {
  const { app, settings, tell, format } = useInterface();
  const { t } = useTranslation('claims');
  const sentence = useSentence();
  const [span, who] = [useSpan(), useWho()];
  const words = useKindWords()(registration);
  const [busy, setBusy] = useState(false);
  const claims = useLive(`claims:${row.id}`, (of) => of.claims.of(row.id)) ?? [];
  const me = actorOf(settings).name;
  const isOwn = claims.some((one) => isStanding(one) && one.fields['submittedBy'] === me);
  const claim = async (): Promise<void> => {
    setBusy(true);
    const claimed = await app.claims.claim(row.id).finally(() => setBusy(false));
    if (!claimed.ok) return tell({ text: sentence(claimed.error), tone: 'bad' });
    const { batch, submittedAt, earlier } = claimed.value;
    const name = row.fields.name.value;
    const first = earlier[0]?.fields;
    const values = {
      name,
      who: who(first?.['submittedBy']),
      span: span(submittedAt - Date.parse(String(first?.['submittedAt']))),
    };
    return tell({ text: first ? t('registeredLater', values) : t('registered', values), undo: batch });
  };
  return (
    <Stack gap={4} data-claims={row.id}>
      {!isOwn && (
        <Button
          size="compact-sm"
          variant="light"
          data-action="claim"
          loading={busy}
          onClick={() => void claim()}
          style={{ alignSelf: 'start' }}
        >
          {t('register')}
        </Button>
      )}
      {claims.map(({ id, state, fields }) => (
        <Text key={id} size="xs" c="dimmed">
          {fields['submittedAt'] === undefined
            ? words.state(state)
            : t('standsBy', {
                state: words.state(state),
                who: who(fields['submittedBy']),
                when: format.time(Date.parse(String(fields['submittedAt']))),
              })}
        </Text>
      ))}
    </Stack>
  );
}
