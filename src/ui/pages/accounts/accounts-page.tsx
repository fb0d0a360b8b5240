import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import { person } from '@/src/domain/parties/person.kind';
import type { Row } from '@/src/domain/records/record';
import { useInterface, useLive } from '../../app-context';
import { ClaimCompany } from '../../claims/claim-company';
import { RegisterMenu } from '../../enrich/register-menu';
import { RecordRoom } from '../../records/record-room';
import { hashOf, type Route } from '../../shell/route';
import { ArchiveButton } from '../archive/archive-button';
import { ReceivablesLink } from '../receivables/receivables-link';
import { AccountsTabs } from './accounts-tabs';
import { BulkEnrich } from './bulk-enrich';
import { EmptyAccounts } from './empty-accounts';
import { EnrichCompany } from '../../enrich/enrich-company';
import { ExportMenu } from './export-menu';
import { OwnData } from './own-data';
import { KeptSuggestions } from '../../enrich/kept-suggestions';
import { PeopleOf } from './people-of';
import { PersonRights } from './person-rights';
import { SetTier } from './set-tier';
import { Standing } from './standing';

/** The companies on file, and the people: two lists of one room. */
export function AccountsPage({ route }: { route: Route }) {
  const { t } = useTranslation('accounts');
  const isEmpty = useLive('no-parties', ({ parties }) => parties.areNone());
  if (isEmpty === undefined) return null;
  if (isEmpty) return <EmptyAccounts />;
  const showsPeople = route.path[1] === 'people';
  return (
    <Stack gap="md">
      <Group justify="space-between" align="end">
        <Stack gap={0}>
          <Title order={1} size="h2">
            {t('title')}
          </Title>
          <Text size="sm" c="dimmed">
            <Counts />
            <Anchor href={hashOf(['accounts', 'duplicates'])} size="sm">
              {t('duplicatesFind')}
            </Anchor>
          </Text>
        </Stack>
        <AccountsTabs here={showsPeople ? 'people' : 'companies'} />
      </Group>
      {showsPeople ? (
        <RecordRoom
          key="people"
          kind={person}
          route={route}
          base={['accounts', 'people']}
          actions={<ExportMenu />}
          detail={personDetail}
        />
      ) : (
        <RecordRoom
          key="companies"
          kind={company}
          route={route}
          base={['accounts']}
          actions={<ExportMenu />}
          rowActions={companyActions}
          detail={companyDetail}
          bulk={companyBulk}
        />
      )}
    </Stack>
  );
}

/** Counting takes a moment where there are many; nothing waits for it. */
function Counts() {
  const { format } = useInterface();
  const { t } = useTranslation('accounts');
  const counts = useLive('counts', async ({ records }) => ({
    companies: await records.count(company.name),
    people: await records.count(person.name),
  }));
  if (!counts) return null;
  const companies = t('count', { count: counts.companies, number: format.count(counts.companies) });
  const people = t('people', { count: counts.people, number: format.count(counts.people) });
  return `${companies} · ${people} · `;
}

function companyActions(row: Row): ReactNode {
  // Safe: the rows of this list are companies.
  const known = row as Row<CompanyFields>;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <EnrichCompany row={known} />
        <RegisterMenu row={known} />
        <ClaimCompany row={known} />
        <ArchiveButton company={row.id} />
        <ReceivablesLink company={row.id} />
      </Group>
      <KeptSuggestions row={known} />
    </Stack>
  );
}

function companyDetail(row: Row): ReactNode {
  return (
    <>
      {/* Safe, both: the rows of this list are companies. */}
      <Standing row={row as Row<CompanyFields>} />
      <OwnData row={row as Row<CompanyFields>} />
      <PeopleOf company={row.id} />
    </>
  );
}

function companyBulk(rows: readonly Row[]): ReactNode {
  // Safe: the rows of this list are companies.
  return (
    <>
      <BulkEnrich rows={rows as readonly Row<CompanyFields>[]} />
      <SetTier companies={rows.map(({ id }) => id)} />
    </>
  );
}

function personDetail(row: Row): ReactNode {
  return <PersonRights row={row} />;
}
