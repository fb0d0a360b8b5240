import { Anchor, Button, Group, Loader, NativeSelect, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '@/src/kernel/ids';
import type { PeopleOf } from '@/src/app/read-people';
import { openSeats } from '@/src/domain/people/open-seats';
import { stakeholder, type BuyingRole, type StakeholderRow } from '@/src/domain/people/stakeholder.kind';
import { layOutPeople } from '@/src/domain/people/lay-out-people';
import { useInterface, useLive } from '../../app-context';
import { useKindWords } from '../../records/kind-words';
import { titleIn } from '../../records/use-reading';
import { goTo, hashOf, type Route } from '../../shell/route';
import { InformationTab } from './information-tab';
import { NeedsTab } from './needs-tab';
import { PeopleList } from './people-list';
import { SeatForm } from './seat-form';
import { ThresholdStrip } from './threshold-strip';
import { TieForm } from './tie-form';
import { usePeopleWrites } from './use-people-writes';

/** The engine of the map is loaded when a map is opened, and not before. */
const PeopleMap = lazy(async () => ({ default: (await import('./people-map')).PeopleMap }));

const TABS = ['map', 'list', 'points', 'needs'] as const;
type Tab = (typeof TABS)[number];

/** The people of an account and what is known of its purchase (决策链): `#/people/<record>/<tab>`. */
export function PeoplePage({ route }: { route: Route }) {
  const { t } = useTranslation('people');
  const [, about = ''] = route.path;
  const found = useLive(`people:${about}`, async ({ people }) => ({ chain: await people.of(about) }));
  if (!found) return null;
  if (!found.chain) return <Text role="status">{t('missing')}</Text>;
  return <Chain chain={found.chain} tab={TABS.find((one) => one === route.path[2]) ?? 'map'} />;
}

function Chain({ chain, tab }: { chain: PeopleOf; tab: Tab }) {
  const { t } = useTranslation('people');
  const { company, opportunity } = chain;
  const name = company.fields.name.value;
  const about = opportunity?.id ?? company.id;
  return (
    <Stack gap="md" data-people={about}>
      <Stack gap={4}>
        <Anchor href={hashOf(['accounts', company.id])} size="sm">
          {t('back')}
        </Anchor>
        <Title order={1} size="h2" style={{ overflowWrap: 'anywhere' }}>
          {t('titleOf', { name })}
        </Title>
      </Stack>
      <Scope chain={chain} tab={tab} />
      <ThresholdStrip chain={chain} />
      <div style={{ overflowX: 'auto' }}>
        <SegmentedControl
          aria-label={t('title')}
          value={tab}
          onChange={(next) => goTo(['people', about, next])}
          data={TABS.map((value) => ({ value, label: t(`tab.${value}`) }))}
        />
      </div>
      {(tab === 'map' || tab === 'list') && <People chain={chain} tab={tab} />}
      {tab === 'points' && <InformationTab chain={chain} />}
      {tab === 'needs' && <NeedsTab chain={chain} />}
    </Stack>
  );
}

/** The account as a whole, or one of its opportunities: each has a chain of its own. */
function Scope({ chain, tab }: { chain: PeopleOf; tab: Tab }) {
  const { app } = useInterface();
  const { t } = useTranslation('people');
  const { company, opportunity, opportunities } = chain;
  if (opportunities.length === 0) return null;
  return (
    <NativeSelect
      maw={420}
      label={t('about')}
      value={opportunity?.id ?? company.id}
      onChange={(event) => goTo(['people', event.currentTarget.value, tab])}
      data={[
        { value: company.id, label: t('whole') },
        ...opportunities.map((row) => ({ value: row.id, label: titleIn(app.kinds.get(row.kind), row) })),
      ]}
    />
  );
}

interface Open {
  readonly form?: { readonly seat?: StakeholderRow; readonly role?: BuyingRole };
  readonly tie?: { readonly from: StakeholderRow; readonly to?: RecordId };
}

/** The keyboard goes back to what opened the dialog, once that is gone, unless the user has taken it elsewhere by then. */
function giveBack({ form, tie }: Open): void {
  const seat = form?.seat ?? tie?.from;
  const opener = seat ? `[data-menu="${seat.id}"]` : '[data-action="add-person"]';
  setTimeout(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>(opener)?.focus();
  });
}

/** The people as a map or as a list, and what opens over either. */
function People({ chain, tab }: { chain: PeopleOf; tab: 'map' | 'list' }) {
  const { t } = useTranslation('people');
  const { app } = useInterface();
  const writes = usePeopleWrites(chain);
  const roles = useKindWords()(stakeholder);
  const [open, setOpen] = useState<Open>({});
  const close = (): void => {
    setOpen({});
    giveBack(open);
  };
  const ways = {
    chain,
    onEdit: (seat: StakeholderRow) => setOpen({ form: { seat } }),
    onConnect: (from: StakeholderRow) => setOpen({ tie: { from } }),
  };
  const isEmpty = chain.seats.length === 0;
  const lacking = openSeats(chain.seats);
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Button size="compact-md" onClick={() => setOpen({ form: {} })} data-action="add-person">
          {t('add')}
        </Button>
        {!isEmpty && tab === 'map' && (
          <Button
            size="compact-md"
            variant="default"
            onClick={() => void writes.arrange(layOutPeople(chain.seats), t('arranged'))}
            data-action="arrange"
          >
            {t('arrange')}
          </Button>
        )}
      </Group>
      {lacking.length > 0 && (
        <Group gap="xs" data-lacking>
          <Text size="sm">{t('seats')}</Text>
          {lacking.map((role) => (
            <Button
              key={role}
              size="compact-sm"
              variant="light"
              onClick={() => void addSeat(role)}
              data-seat-for={role}
            >
              {t('addSeat', { role: roles.choice('role', role) })}
            </Button>
          ))}
        </Group>
      )}
      {isEmpty && <Text maw="75ch">{t('empty')}</Text>}
      {!isEmpty && tab === 'list' && <PeopleList {...ways} />}
      {!isEmpty && tab === 'map' && (
        <>
          <Text size="xs" c="dimmed">
            {t('keys')}
          </Text>
          <Suspense fallback={<Loader size="sm" aria-label={t('loading')} />}>
            <PeopleMap {...ways} onLine={(from, to) => setOpen({ tie: { from, to } })} />
          </Suspense>
        </>
      )}
      {open.form && <SeatForm chain={chain} {...open.form} onClose={close} />}
      {open.tie && <TieForm chain={chain} {...open.tie} onClose={close} />}
    </Stack>
  );

  function addSeat(role: BuyingRole): Promise<unknown> {
    const position = roles.choice('role', role);
    return writes.add({ record: app.newRecord(), inputs: { role, position } }, position);
  }
}
