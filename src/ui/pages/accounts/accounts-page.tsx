import { Anchor, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { company } from '@/src/domain/parties/company.kind';
import { person, type PersonFields } from '@/src/domain/parties/person.kind';
import type { Row } from '@/src/domain/records/record';
import { useInterface, useLive } from '../../app-context';
import { RecordRoom } from '../../records/record-room';
import { goTo, hashOf, type Route } from '../../shell/route';
import { EmptyAccounts } from './empty-accounts';
import { ExportMenu } from './export-menu';
import { PeopleOf } from './people-of';
import { PersonRights } from './person-rights';

/** The companies on file, and the people: two lists of one room. */
export function AccountsPage({ route }: { route: Route }) {
  const { format } = useInterface();
  const { t } = useTranslation('accounts');
  const companies = useLive('companies', (app) => app.parties.companies());
  const people = useLive('people', (app) => app.parties.people());
  const staff = useMemo(() => byCompany(people ?? []), [people]);
  if (!companies || !people) return null;
  if (companies.length === 0 && people.length === 0) return <EmptyAccounts />;
  const showsPeople = route.path[1] === 'people';
  const companyDetail = (row: Row): ReactNode => <PeopleOf company={row.id} staff={staff.get(row.id) ?? []} />;
  const actions = <ExportMenu companies={companies} people={people} />;
  return (
    <Stack gap="md">
      <Group justify="space-between" align="end">
        <Stack gap={0}>
          <Title order={1} size="h2">
            {t('title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('count', { count: companies.length, number: format.count(companies.length) })} ·{' '}
            {t('people', { count: people.length, number: format.count(people.length) })} ·{' '}
            <Anchor href={hashOf(['accounts', 'duplicates'])} size="sm">
              {t('duplicatesFind')}
            </Anchor>
          </Text>
        </Stack>
        <SegmentedControl
          aria-label={t('title')}
          value={showsPeople ? 'people' : 'companies'}
          onChange={(name) => goTo(name === 'people' ? ['accounts', 'people'] : ['accounts'])}
          data={[
            { value: 'companies', label: t('companiesTab') },
            { value: 'people', label: t('peopleTitle') },
          ]}
        />
      </Group>
      {showsPeople ? (
        <RecordRoom
          key="people"
          kind={person}
          route={route}
          base={['accounts', 'people']}
          actions={actions}
          detail={personDetail}
        />
      ) : (
        <RecordRoom
          key="companies"
          kind={company}
          route={route}
          base={['accounts']}
          actions={actions}
          detail={companyDetail}
        />
      )}
    </Stack>
  );
}

function personDetail(row: Row): ReactNode {
  return <PersonRights row={row} />;
}

function byCompany(people: readonly Row<PersonFields>[]): ReadonlyMap<string, readonly Row<PersonFields>[]> {
  const staff = new Map<string, Row<PersonFields>[]>();
  for (const row of people) {
    const employer = row.fields.company?.value;
    if (!employer) continue;
    const known = staff.get(employer);
    if (known) known.push(row);
    else staff.set(employer, [row]);
  }
  return staff;
}
