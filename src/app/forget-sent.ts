import type { RecordId } from '@/src/kernel/ids';
import { valuesIn } from '@/src/domain/parties/party-traits';
import { needleFinder } from '@/src/domain/records/needle-finder';
import type { SentLog } from './ports/sent-log';
import type { Store } from './ports/store';
import type { Web } from './ports/web';

/** Lets go of what the web has answered, and of the lines about what was sent that name a person: to be done before they are erased. */
export async function forgetSent(
  { store, web, sentLog }: { readonly store: Store; readonly web: Web; readonly sentLog: SentLog },
  person: RecordId,
): Promise<void> {
  await web.forget();
  const row = await store.row('records', person);
  if (!row) return;
  const values = valuesIn(row.fields);
  const names = needleFinder([...values('name'), ...values('emails'), ...values('phones'), ...values('website')]);
  await sentLog.drop(({ url, record }) => record === person || names(url));
}
