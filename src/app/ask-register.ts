import { ok, err, type Result } from '@/src/kernel/result';
import type {
  ProviderChoices,
  RegisterAnswer,
  RegisterProvider,
  RegisterRequest,
  Remark,
} from '@/src/domain/enrich/provider';
import type { MissedPage, Visit, Visiting, VisitPorts } from './visit-site';

export interface Asking extends Omit<Visiting, 'provider'> {
  readonly provider: RegisterProvider;
  readonly choices: ProviderChoices;
}

/** What a register answered. */
export interface Answers extends Visit {
  readonly remarks: readonly Remark[];
}

/**
 * Asks a register what it wants to be asked, one request after another and no more than it may. The first that fails ends it:
 * it is told, and what was answered before counts. Nothing is written. Errors: `cancelled`, and then nothing is given.
 */
export async function askRegister(
  ports: Pick<VisitPorts, 'web' | 'clock'>,
  asking: Asking,
): Promise<Result<Answers, { readonly code: 'cancelled' }>> {
  const { provider, fields, choices, signal, home } = asking;
  const answers: RegisterAnswer[] = [];
  const missed: MissedPage[] = [];
  while (answers.length < provider.mostRequests && missed.length === 0) {
    const request = provider.next(fields, answers, choices);
    if (!request) break;
    const answer = await ask(ports, asking, request, answers.length + 1);
    if (answer.ok) answers.push(answer.value);
    else missed.push({ url: request.url, why: answer.error });
  }
  if (signal.aborted) return err({ code: 'cancelled' });
  const at = new Date(ports.clock.now()).toISOString();
  return ok({ ...provider.parse(fields, answers, { at, home }), read: answers.map(({ url }) => url), missed });
}

async function ask(
  { web }: Pick<VisitPorts, 'web'>,
  { provider, record, signal, onProgress }: Asking,
  { url, step, fields, accept, key, answersAll }: RegisterRequest,
  nth: number,
): Promise<Result<RegisterAnswer, MissedPage['why']>> {
  onProgress?.({ url, nth, most: provider.mostRequests });
  const sent = { provider: provider.id, record, fields };
  const expected = { expects: 'json' as const, ...(accept ? { accept } : {}), ...(key ? { key } : {}) };
  const answer = await web.get({ url, sent, ...expected }, signal);
  // The fetcher gives no other text than JSON where JSON is expected.
  if (answer.ok) return ok({ step, url: answer.value.url, body: JSON.parse(answer.value.text) as unknown });
  // A register that knows nothing of the kind has answered.
  return answer.error.code === 'not-found' && !answersAll ? ok({ step, url, body: undefined }) : err(answer.error.code);
}
