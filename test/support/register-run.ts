import type { ProviderId } from '@/src/domain/enrich/provider';
import type { Settings } from '@/src/app/settings';
import { html, type Answer } from './web-stub';

/** What a register answers: bodies by what is in the address of the request, in the order they are asked. */
type Bodies = Readonly<Record<string, object>>;

/** One run against a register as it should go. */
export interface RegisterRun {
  readonly id: ProviderId;
  /** What is on file before. */
  readonly filed: Readonly<Record<string, string>>;
  /** It alone is asked. */
  readonly settings: Settings;
  /** The user's own key for it. */
  readonly key?: string;
  readonly answers: Bodies;
  /** Field and value that are proposed, as they would be filed. */
  readonly facts: readonly (readonly [field: string, value: string])[];
}

/** The body by the path of a request; undefined for one that the register is not to be asked. */
export function bodyIn(answers: Bodies, path: string): string | undefined {
  const known = Object.entries(answers).find(([part]) => path.includes(part));
  return known && JSON.stringify(known[1]);
}

export function answerOfRun({ answers }: RegisterRun, path: string): Answer | undefined {
  const body = bodyIn(answers, path);
  return body === undefined ? undefined : html(body, 'application/json;charset=utf-8');
}

/** The same to be put under every fault. */
interface FaultSource {
  readonly id: ProviderId;
  readonly filed: Readonly<Record<string, string>>;
  readonly type: string;
  readonly good: (path: string) => string | undefined;
  /** The same with words in Chinese, and what of them comes out. */
  readonly chinese: { readonly good: (path: string) => string | undefined; readonly found: string };
  /** What is told: the codes of what happened, the fields that something is proposed for. */
  readonly says: Readonly<Record<'good' | 'gone' | 'page' | 'chinese' | 'cut' | 'nonsense' | 'robots', string>>;
}

/** @param chinese what is answered instead, and the Chinese that is found in it. @param fields those that something is proposed for. */
export function faultSource(
  { id, filed, answers }: RegisterRun,
  type: string,
  chinese: { readonly answers: Bodies; readonly found: string },
  fields: readonly string[],
): FaultSource {
  const good = fields.map((field) => `+${field}`).join(' ');
  return {
    id,
    filed,
    type,
    good: (path) => bodyIn(answers, path),
    chinese: { good: (path) => bodyIn({ ...answers, ...chinese.answers }, path), found: chinese.found },
    says: {
      good,
      chinese: good,
      robots: good,
      gone: 'not-found',
      page: 'not-a-page',
      cut: 'unreadable',
      nonsense: 'unreadable',
    },
  };
}
