import { Anchor, Button, Group, List, Loader, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnrichPlan } from '@/src/app/enrich-uses';
import type { MissedPage } from '@/src/app/visit-site';
import type { Remark } from '@/src/domain/enrich/provider';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import { useInterface } from '../app-context';
import { useKindWords } from '../records/kind-words';
import { hashOf } from '../shell/route';
import { ProposalList } from './proposal-list';
import { useEnrichment, type EnrichStage } from './use-enrichment';

/** Fills what is empty on a company from its own site: first the plan in words, then what was found, to be decided on. */
export function EnrichCompany({ row }: { row: Row<CompanyFields> }) {
  const { t } = useTranslation('enrich');
  const { t: shell } = useTranslation();
  const [opened, setOpened] = useState(false);
  const close = (): void => setOpened(false);
  const name = row.fields.name.value;
  return (
    <Group gap="xs">
      <Button size="compact-sm" variant="light" data-action="enrich" onClick={() => setOpened(true)}>
        {t('enrich')}
      </Button>
      {opened && (
        <Modal
          opened
          onClose={close}
          size="lg"
          title={t('title', { name })}
          closeButtonProps={{ 'aria-label': shell('action.close') }}
        >
          <Course row={row} onClose={close} />
        </Modal>
      )}
    </Group>
  );
}

function Course({ row, onClose }: { row: Row<CompanyFields>; onClose: () => void }) {
  const { app, settings } = useInterface();
  const { t } = useTranslation('enrich');
  const course = useEnrichment(row, onClose);
  const plans = app.enrich.plan(row, settings);
  const { stage } = course;
  if (stage.at === 'review') return <Review stage={stage} course={course} />;
  if (stage.at === 'running') return <Running stage={stage} onStop={course.stop} />;
  if (plans.length === 0) return <Text>{t('failed.no-site')}</Text>;
  return (
    <Stack>
      {stage.at === 'failed' && <Text role="alert">{t(`failed.${stage.code}`)}</Text>}
      {plans.map((plan) => (
        <Plan key={plan.provider} plan={plan} />
      ))}
      <Text size="sm" c="dimmed">
        {t('planPermission')} <Anchor href={hashOf(['settings'])}>{t('planSources')}</Anchor>
      </Text>
      <Group>
        <Button onClick={course.start} data-action="start" data-autofocus>
          {t('start')}
        </Button>
      </Group>
    </Stack>
  );
}

/** Which sites are asked, and what of the record leaves this browser. */
function Plan({ plan }: { plan: EnrichPlan }) {
  const { t } = useTranslation('enrich');
  const words = useKindWords()(company);
  const isSite = plan.provider === 'own-site';
  const hosts = plan.hosts.join(t('and'));
  const fields = plan.sends.map((field) => words.field({ path: field, label: undefined })).join(t('and'));
  return (
    <Stack gap={4} data-plan={plan.provider}>
      <Text fw={600}>{t(`provider.${plan.provider}`)}</Text>
      <Text size="sm">{t(isSite ? 'planSites' : 'planAsks', { hosts, count: plan.mostRequests })}</Text>
      <Text size="sm">{isSite ? t('planLeaves') : t('planSends', { fields })}</Text>
      {plan.personalData && <Text size="sm">{t('planPeople')}</Text>}
    </Stack>
  );
}

function Running({ stage, onStop }: { stage: Extract<EnrichStage, { at: 'running' }>; onStop: () => void }) {
  const { t } = useTranslation('enrich');
  const { progress } = stage;
  return (
    <Group gap="xs">
      <Loader size="xs" />
      <Said>
        {progress
          ? t('asking', { url: shortened(progress.url), nth: progress.nth, most: progress.most })
          : t('waiting')}
      </Said>
      <Button size="compact-sm" variant="default" onClick={onStop}>
        {t('stop')}
      </Button>
    </Group>
  );
}

/** Where things stand. The button that led here is gone: the keyboard goes on from this. */
function Said({ children }: { children: ReactNode }) {
  const here = useRef<HTMLParagraphElement>(null);
  useEffect(() => here.current?.focus(), []);
  return (
    <Text ref={here} tabIndex={-1} size="sm" role="status" style={{ overflowWrap: 'anywhere', outline: 'none' }}>
      {children}
    </Text>
  );
}

interface ReviewProps {
  readonly stage: Extract<EnrichStage, { at: 'review' }>;
  readonly course: ReturnType<typeof useEnrichment>;
}

function Review({ stage: { enrichment, decisions, fault }, course }: ReviewProps) {
  const { t } = useTranslation('enrich');
  const { list, read, missed, remarks, isDoubted } = enrichment;
  return (
    <Stack>
      <Said>{list.length === 0 ? t('nothing') : t('found', { count: list.length, pages: read.length })}</Said>
      {isDoubted && <Text role="alert">{t('doubted')}</Text>}
      <ProposalList list={list} decisions={decisions} onDecide={course.decide} />
      <Remarks remarks={remarks} />
      <Missed missed={missed} />
      {fault && <Text role="alert">{fault}</Text>}
      {list.length > 0 && (
        <Group gap="xs">
          <Button onClick={course.save} disabled={decisions.size === 0} data-action="save">
            {t('save')}
          </Button>
          <Button variant="default" onClick={course.acceptSafe}>
            {t('acceptSafe')}
          </Button>
          <Button variant="subtle" onClick={course.acceptNone}>
            {t('acceptNone')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** What registers say that fills no field. */
function Remarks({ remarks }: { remarks: readonly Remark[] }) {
  const { format } = useInterface();
  const { t } = useTranslation('enrich');
  if (remarks.length === 0) return null;
  return (
    <List size="sm" listStyleType="none" data-remarks>
      {remarks.map(({ provider, code, values: { count, day, ...values } }) => (
        <List.Item key={`${provider} ${code} ${values['domain'] ?? ''}`} style={{ overflowWrap: 'anywhere' }}>
          {t(`remark.${code}`, {
            ...values,
            provider: t(`provider.${provider}`),
            ...(count === undefined ? {} : { count: Number(count) }),
            ...(day === undefined ? {} : { day: format.day(day) }),
          })}
        </List.Item>
      ))}
    </List>
  );
}

/** The pages that gave nothing, each with the reason. */
function Missed({ missed }: { missed: readonly MissedPage[] }) {
  const { t } = useTranslation('enrich');
  if (missed.length === 0) return null;
  return (
    <List size="sm" c="dimmed" listStyleType="none">
      {missed.map(({ url, why }) => (
        <List.Item key={`${url} ${why}`} style={{ overflowWrap: 'anywhere' }}>
          {t('missedPage', { url: shortened(url), why: t(`missed.${why}`) })}
        </List.Item>
      ))}
    </List>
  );
}

/** Host and path, as far as they are worth reading. */
function shortened(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`.slice(0, 80);
}
