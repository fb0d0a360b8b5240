import { Anchor, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { folded } from '@/src/domain/identity/folded';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import { valuesOf } from '@/src/domain/parties/contact-values';
import type { PersonFields } from '@/src/domain/parties/person.kind';
import type { Row } from '@/src/domain/records/record';
import { useInterface, useLive } from '../../app-context';
import { EmptyState } from '../../components/empty-state';
import { goTo, hashOf, type Route } from '../../shell/route';
import { CompanyDetail } from './company-detail';
import { CompanyTable } from './company-table';
import { ExportMenu } from './export-menu';
import { PersonCard } from './person-card';

/** The companies on file with their people; a filter over everything shown; one company open beside the list. */
export function AccountsPage({ route }: { route: Route }) {
  const { format } = useInterface();
  const { t } = useTranslation('accounts');
  const companies = useLive('companies', (app) => app.parties.companies());
  const people = useLive('people', (app) => app.parties.people());
  const [filter, setFilter] = useState('');
  const staff = useMemo(() => byCompany(people ?? []), [people]);
  if (!companies || !people) return null;
  if (companies.length === 0 && people.length === 0) return <EmptyState title={t('title')} text={t('none')} />;
  const shown = companies.filter((row) => matches(row, staff.get(row.id) ?? [], filter));
  const loose = people.filter(({ fields }) => !fields.company && matchesText(personTexts(fields), filter));
  const open = companies.find((row) => row.id === route.path[1]);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="end">
        <Stack gap={0}>
          <Title order={1} size="h2">
            {t('title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('count', { count: companies.length })} · {t('people', { count: people.length })} ·{' '}
            <Anchor href={hashOf(['accounts', 'duplicates'])} size="sm">
              {t('duplicatesFind')}
            </Anchor>
          </Text>
        </Stack>
        <Group gap="xs">
          <TextInput
            type="search"
            aria-label={t('filter')}
            placeholder={t('filter')}
            value={filter}
            onChange={(event) => setFilter(event.currentTarget.value)}
            w={{ base: '100%', xs: 300 }}
          />
          <ExportMenu companies={shown} people={[...shown.flatMap((row) => staff.get(row.id) ?? []), ...loose]} />
        </Group>
      </Group>
      {shown.length === 0 && loose.length === 0 ? (
        <Text>{t('noMatch', { text: filter })}</Text>
      ) : (
        <CompanyTable
          companies={sorted(shown, format.language)}
          staff={staff}
          onOpen={(id) => goTo(['accounts', id])}
        />
      )}
      {loose.length > 0 && (
        <Stack gap="xs">
          <Title order={2} size="h5">
            {t('withoutCompany')}
          </Title>
          {loose.map((row) => (
            <PersonCard key={row.id} person={row} />
          ))}
        </Stack>
      )}
      {open && <CompanyDetail company={open} staff={staff.get(open.id) ?? []} onClose={() => goTo(['accounts'])} />}
    </Stack>
  );
}

export type Staff = ReadonlyMap<string, readonly Row<PersonFields>[]>;

function byCompany(people: readonly Row<PersonFields>[]): Staff {
  const staff = new Map<string, Row<PersonFields>[]>();
  for (const row of people) {
    const company = row.fields.company?.value;
    if (company) staff.set(company, [...(staff.get(company) ?? []), row]);
  }
  return staff;
}

function sorted(rows: readonly Row<CompanyFields>[], language: string): Row<CompanyFields>[] {
  const collator = new Intl.Collator(language);
  return [...rows].sort((a, b) => collator.compare(a.fields.name.value, b.fields.name.value));
}

function matches(row: Row<CompanyFields>, staff: readonly Row<PersonFields>[], filter: string): boolean {
  const { name, legalName, website, phones, emails } = row.fields;
  const own = [name.value, legalName?.value ?? '', website?.value ?? '', ...valuesOf(phones), ...valuesOf(emails)];
  return matchesText([...own, ...staff.flatMap(({ fields }) => personTexts(fields))], filter);
}

function personTexts({ name, title, phones, emails }: PersonFields): string[] {
  return [name.value, title?.value ?? '', ...valuesOf(phones), ...valuesOf(emails)];
}

function matchesText(texts: readonly string[], filter: string): boolean {
  const wanted = folded(filter).trim();
  return texts.some((text) => folded(text).includes(wanted));
}
