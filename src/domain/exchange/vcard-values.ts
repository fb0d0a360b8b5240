import { cleanLine, cleanLines } from '@/src/kernel/text';
import type { LabelledValue } from '../parties/contact-values';
import { unescapedText } from './content-line';
import { accountOf, isAccountProperty, networkOfAddress } from './vcard-accounts';
import { MAX_TEXT, partsOf, readAdr } from './vcard-fields';
import { labelOf } from './vcard-labels';
import type { RawCard, VcardProperty } from './vcard-lines';

/** Before the id of a record in the UID of a card that this product wrote. */
export const OWN_UID = 'vital-few:';

const MAX_NOTE = 50_000;
/** The group that Google puts everybody in. */
const NO_TAG = /^(?:\* )?mycontacts$/i;

/** The properties of a card by name, in the order of the file. */
export class VcardValues {
  /** `X-ABLABEL` when a label of the user's own words stood at a number or an address. */
  readonly unlabelled: string[] = [];
  private readonly properties: readonly VcardProperty[];
  private readonly byName = new Map<string, VcardProperty[]>();
  private readonly groupLabels = new Map<string, string>();
  private readonly unescaped: (text: string) => string;
  private readonly isOwn: boolean;

  constructor(raw: RawCard) {
    this.properties = raw.properties;
    for (const property of raw.properties) {
      const held = this.byName.get(property.name);
      if (held) held.push(property);
      else this.byName.set(property.name, [property]);
    }
    // 2.1 marks nothing but semicolons, and a backslash is one.
    const isOld = this.all('VERSION')[0]?.value.trim() === '2.1';
    this.unescaped = isOld ? (text) => text.replace(/\\([;,:])/g, '$1') : unescapedText;
    this.isOwn = this.line('UID').startsWith(OWN_UID);
    for (const { group, value } of this.all('X-ABLABEL')) if (group) this.groupLabels.set(group, value);
  }

  all(name: string): readonly VcardProperty[] {
    return this.byName.get(name) ?? [];
  }

  /** The first that is not blank. */
  line(name: string): string {
    return this.several(name)[0] ?? '';
  }

  several(name: string): string[] {
    return distinct(this.all(name).map(({ value }) => cleanLine(this.unescaped(value), MAX_TEXT)));
  }

  parts(name: string): string[] {
    const [property] = this.all(name);
    return property ? this.partsOfValue(property) : [];
  }

  partsOfValue({ value }: VcardProperty): string[] {
    return partsOf(value, ';', this.unescaped);
  }

  labelled(name: string, read: (text: string) => string): LabelledValue[] {
    return this.withLabels(name, ({ value }) => read(this.unescaped(value)));
  }

  addresses(): LabelledValue[] {
    return this.withLabels('ADR', (adr) => readAdr(this.partsOfValue(adr)));
  }

  /** Of the company that a person works for. */
  workAddresses(): LabelledValue[] {
    return this.addresses()
      .filter(({ label }) => isWork(label))
      .map(({ value }) => ({ value }));
  }

  /** The department. */
  unit(): string {
    const [, ...units] = this.parts('ORG');
    return units.filter((one) => one !== '').join(' / ');
  }

  note(): string {
    return cleanLines(
      this.all('NOTE')
        .map(({ value }) => this.unescaped(value))
        .join('\n'),
      MAX_NOTE,
    );
  }

  tags(): string[] {
    const tags = this.all('CATEGORIES').flatMap(({ value }) => partsOf(value, ',', this.unescaped));
    return distinct(tags.filter((tag) => this.isOwn || !NO_TAG.test(tag)));
  }

  /** Addresses of the web, without those of other schemes. */
  urls(): string[] {
    return this.several('URL').filter((url) => /^https?:\/\//i.test(url) || !/^[a-z][a-z0-9+.-]*:/i.test(url));
  }

  /** A person's page in a network is an account, not a website. */
  website(isCompany: boolean): string {
    return this.urls().find((url) => isCompany || this.isOwn || networkOfAddress(url) === undefined) ?? '';
  }

  /** What the properties for accounts name. */
  namedAccounts(): string[] {
    const named = this.properties
      .filter(({ name }) => isAccountProperty(name))
      .flatMap(({ name, params, value }) => accountOf(name, params, cleanLine(this.unescaped(value), MAX_TEXT)) ?? []);
    return distinct(named);
  }

  /** Of a person: these, and pages besides the web site. */
  accounts(): string[] {
    const named = this.namedAccounts();
    const website = this.website(false);
    const pages = this.urls().filter((url) => url !== website);
    return distinct([...named, ...pages.map((url) => `${networkOfAddress(url) ?? 'web'}:${url}`)]);
  }

  private withLabels(name: string, read: (property: VcardProperty) => string): LabelledValue[] {
    const found = new Map<string, LabelledValue>();
    for (const property of this.all(name)) {
      const value = read(property);
      const groupLabel = this.groupLabels.get(property.group ?? '');
      const label = labelOf(property.params, groupLabel);
      if (groupLabel !== undefined && label === undefined) this.unlabelled.push('X-ABLABEL');
      if (value !== '' && !found.has(value)) found.set(value, label ? { value, label } : { value });
    }
    return [...found.values()];
  }
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}

function isWork(label: string | undefined): boolean {
  return label === undefined || label === 'work' || label === 'main';
}
