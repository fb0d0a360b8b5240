// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { initiationRisks } from '@/src/domain/pipeline/initiation-risks';
import { opportunity } from '@/src/domain/pipeline/opportunity.kind';
import { PipelinePage } from '@/src/ui/pages/pipeline/pipeline-page';
import { useRoute } from '@/src/ui/shell/route';
import { createPipeline, type Pipeline } from '@/test/support/pipeline';
import { gone, said, see } from '@/test/support/hands';
import { showOn } from '@/test/support/show';

let world: Pipeline;
let cleanup = (): void => undefined;
beforeEach(async () => {
  world = await createPipeline();
});
afterEach(async () => {
  cleanup();
  await world.close();
});

function Page() {
  return <PipelinePage route={useRoute()} />;
}

describe('S38 project initiation with risk', () => {
  it('is installation and service for a passive one, nothing for the others', () => {
    expect(initiationRisks('passive')).toEqual(['installation', 'service']);
    expect(initiationRisks('active')).toEqual([]);
    expect(initiationRisks(undefined)).toEqual([]);
  });

  it('is shown on the card and beside the open record of a passive one only', async () => {
    const passive = await world.open({ title: 'Passive', initiation: 'passive' });
    await world.open({ title: 'Active', initiation: 'active' });
    window.location.hash = `#/pipeline/board/${passive}`;
    ({ cleanup } = await showOn(world.app, <Page />));

    expect(said(await see('[data-card]', 'Passive'))).toContain('installation and service risk');
    expect(said(await see('[data-card]', 'Active'))).not.toContain('risk');
    await see('[data-steps] [data-risk="passive"]');
    const edited = await world.app.records.edit({
      kind: opportunity,
      records: [passive],
      inputs: { initiation: 'active' },
    });
    expect(edited.ok).toBe(true);
    await gone('[data-risk]');
  });
});
