import { Group, NativeSelect, Stack, Switch, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageSite } from '@/src/app/page-site';
import type { ReadAs } from '@/src/domain/capture/found';
import { allRegions } from '@/src/domain/identity/region';
import { useInterface } from '../app-context';
import { useSiteAccess } from './use-site-access';

interface Props {
  readonly url: string;
  readonly site: PageSite;
  /** What the user has said so far that the page is. */
  readonly as: ReadAs;
  /** The page is to be read again as this. */
  readonly onReadAs: (as: ReadAs) => void;
}

/** What the page was read as, to be put right, and whether its site may be read without asking. */
export function PageBar({ url, site, as, onReadAs }: Props) {
  const { t } = useTranslation('panel');
  const { state, change } = useSiteAccess(url);
  const regions = useRegions();
  const languages = useLanguages(site.lang);
  return (
    <Stack gap={6} role="group" aria-label={t('page')} data-page-bar>
      <Text size="sm" fw={600} truncate title={site.host}>
        {site.host}
      </Text>
      <Group gap={6} wrap="nowrap">
        <NativeSelect
          size="xs"
          flex="1 1 0"
          miw={0}
          aria-label={t('region')}
          value={site.region ?? ''}
          onChange={(event) => onReadAs({ ...as, region: event.currentTarget.value })}
          data={[...(site.region === undefined ? [{ value: '', label: t('regionNone') }] : []), ...regions]}
        />
        <NativeSelect
          size="xs"
          flex="1 1 0"
          miw={0}
          aria-label={t('language')}
          value={site.lang}
          onChange={(event) => onReadAs({ ...as, lang: event.currentTarget.value })}
          data={[...(site.lang === '' ? [{ value: '', label: t('languageNone') }] : []), ...languages]}
        />
      </Group>
      {(state === 'askable' || state === 'granted') && (
        <Switch
          size="xs"
          label={t('always', { site: site.host })}
          checked={state === 'granted'}
          onChange={(event) => change(event.currentTarget.checked)}
        />
      )}
    </Stack>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** All countries by their names in the language of the interface, in its order. */
function useRegions(): Choice[] {
  const { language } = useInterface().format;
  return useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'region' });
    const { compare } = new Intl.Collator(language);
    return allRegions()
      .map((value) => ({ value, label: names.of(value) ?? value }))
      .toSorted((a, b) => compare(a.label, b.label));
  }, [language]);
}

/** The languages whose pages are read best. */
const LANGUAGES = ['zh-CN', 'zh-TW', 'en', 'de', 'fr'];

/** These, and that of the page where it is another. */
function useLanguages(own: string): Choice[] {
  const { language } = useInterface().format;
  return useMemo(() => {
    const tags = LANGUAGES.includes(own) || own === '' ? LANGUAGES : [own, ...LANGUAGES];
    return tags.map((value) => ({ value, label: languageName(value, language) }));
  }, [own, language]);
}

function languageName(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
  } catch {
    // The page calls its language something that is none.
    return tag.slice(0, 20);
  }
}
