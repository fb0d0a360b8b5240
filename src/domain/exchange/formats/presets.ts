import type { ContactFormat } from '../read-contacts';
import { ATOMIC_CRM } from './atomic-crm';
import type { Preset } from './column';
import { GOOGLE } from './google';
import { HUBSPOT } from './hubspot';
import { OUTLOOK } from './outlook';
import { SALESFORCE } from './salesforce';

/** The formats that are tables. `sheet` is one of free headings; all others are presets. */
export type TableFormat = Exclude<ContactFormat, 'vcard-2.1' | 'vcard-3' | 'vcard-4'>;
export type PresetFormat = Exclude<TableFormat, 'sheet'>;

/** In the order in which they are tried: what has a special heading before what shares all of its headings with another. */
export const PRESETS: readonly Preset<PresetFormat>[] = [...GOOGLE, ...HUBSPOT, ...OUTLOOK, ATOMIC_CRM, ...SALESFORCE];
