// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import { FollowUpBox } from '@/src/ui/claims/follow-up-box';
import { createClaimWorld, type ClaimWorld } from '@/test/support/claim-world';
import { click, renderWith, typeInto, until, type Rendered } from '@/test/support/render';
import { TODAY } from '@/test/support/world';

const find = (selector: string): HTMLElement | undefined => document.querySelector<HTMLElement>(selector) ?? undefined;
const byText = (selector: string, text: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(selector)].find((one) => one.textContent === text);

describe('S21 follow-up record', () => {
  let world: ClaimWorld;
  let page: Rendered;
  beforeEach(async () => {
    world = await createClaimWorld();
    await world.as('Wu');
  });
  afterEach(async () => {
    await page.cleanup();
    await world.close();
  });

  const show = async (): Promise<Row> => {
    const acme = await world.rowOf(await world.make('company', { name: 'Acme' }));
    // Safe: a row of the kind holds its fields.
    page = await renderWith(world.app, <FollowUpBox row={acme as Row<CompanyFields>} />);
    return acme;
  };
  const input = (path: string): Promise<HTMLElement> => until(path, () => find(`[data-input="${path}"]`));
  const submit = async (): Promise<void> => click(must(byText('button', 'Save follow-up'), 'a button'));

  it('is saved in three interactions: what was said, the next step, save', async () => {
    const acme = await show();
    await typeInto(await input('content'), 'Wants a quote for 40 pumps');
    await typeInto(await input('nextStep'), 'Send the quote');
    await submit();
    await until('it was told', () => byText('output p', 'Follow-up saved: Acme.'));

    const [saved, ...more] = await world.app.records.rows('follow-up');
    expect(more).toEqual([]);
    expect(saved?.fields).toEqual({
      content: 'Wants a quote for 40 pumps',
      nextStep: 'Send the quote',
      company: acme.id,
      means: 'phone',
      day: TODAY,
      owner: 'Wu',
    });
    const { log, figures } = await world.app.claims.week('2026-11-16', 'Asia/Shanghai');
    expect(log.map(({ id }) => id)).toEqual([saved?.id]);
    expect(figures).toMatchObject({ total: 1, companies: 1, nextSteps: 1, byMeans: { phone: 1 } });
    expect((await input('content')).getAttribute('value') ?? '').toBe('');
  });

  it('says why it is refused, keeps what was typed, and goes through as goodwill help', async () => {
    const acme = await show();
    await world.as('Lin');
    await world.submitted({ client: 'Acme', company: acme.id });
    await world.as('Wu');
    await page.cleanup();
    page = await renderWith(world.app, <FollowUpBox row={acme as Row<CompanyFields>} />);
    await typeInto(await input('content'), 'Took a message for Lin');
    await submit();
    const alert = await until('the refusal', () => find('[data-follow-up] [role="alert"]'));
    expect(alert.textContent).toContain('no registration was confirmed yet');
    expect(await world.app.records.rows('follow-up')).toEqual([]);

    await click(must(find('[data-follow-up] [role="alert"] input'), 'a box to tick'));
    await submit();
    await until('it was told', () => byText('output p', 'Follow-up saved: Acme.'));
    expect((await world.app.records.rows('follow-up'))[0]?.fields).toMatchObject({
      content: 'Took a message for Lin',
      goodwill: 'yes',
    });
    expect(await world.app.records.rows('refused-attempt')).toHaveLength(1);
  });

  it('makes what comes next a duty of its day', async () => {
    const acme = await show();
    const inputs = {
      content: 'Called',
      company: acme.id,
      day: TODAY,
      means: 'phone',
      nextDay: '2026-11-24',
      owner: 'Wu',
    };
    const record = await world.make('follow-up', inputs);
    const due = async () => (await world.app.records.duties()).map(({ name, due }) => [name, due]);
    expect(await due()).toEqual([['next-step', '2026-11-24']]);
    await world.move(record, 'closed');
    expect(await due()).toEqual([]);
  });
});
