import { DNS_SERVERS, type Provider, type ProviderChoices } from '@/src/domain/enrich/provider';
import { PROVIDERS } from '@/src/domain/enrich/providers';
import type { Settings } from './settings';

/** The sources that the user has asked, in the order they are asked. */
export function chosenProviders(settings: Settings): readonly Provider[] {
  return PROVIDERS.filter((provider) => isChosen(provider, settings));
}

export function isChosen({ id, isOnAtFirst }: Provider, settings: Settings): boolean {
  const said = settings[`enrich-${id}`];
  return said === undefined ? isOnAtFirst : said === 'on';
}

export function providerChoices(settings: Settings): ProviderChoices {
  return { dns: DNS_SERVERS.find((one) => one === settings['dns-server']) ?? 'google' };
}
