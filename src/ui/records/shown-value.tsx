import type { ViewField } from '@/src/domain/records/custom-field.kind';
import type { Kinds } from '@/src/domain/records/kind';
import { phoneLink } from '@/src/domain/identity/phone-number';
import type { Reading } from '@/src/domain/records/view';
import { useInterface } from '../app-context';
import { addressOf } from '../shell/address-of';

/** A value as something to use: numbers are dialled, mailboxes written to, web sites and records opened. The rest is text. */
export function ShownValue({ field, value, reading }: { field: ViewField; value: unknown; reading: Reading }) {
  const { app } = useInterface();
  const text = reading.text(field, value);
  const href = hrefOf(field, String(value), app.kinds);
  if (href === undefined) return text;
  const away = href.startsWith('http');
  return (
    <a href={href} {...(away ? { target: '_blank', rel: 'noreferrer noopener' } : {})}>
      {field.spec.type === 'url' ? bare(text) : text}
    </a>
  );
}

/** A web site as people say it. @example bare('https://www.northwick.example/') // 'northwick.example' */
function bare(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');
}

/** Only schemes that do what the user expects: an address of another scheme stays text. */
function hrefOf({ spec }: ViewField, value: string, kinds: Kinds): string | undefined {
  if (spec.type === 'phone') return phoneLink(value);
  if (spec.type === 'email') return `mailto:${encodeURIComponent(value)}`;
  if (spec.type === 'link') return spec.to === undefined ? undefined : addressOf(kinds.get(spec.to), value);
  return (spec.type === 'url' || spec.type === 'file') && /^https?:\/\//i.test(value) ? value : undefined;
}
