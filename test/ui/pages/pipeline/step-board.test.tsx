// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PipelinePage } from '@/src/ui/pages/pipeline/pipeline-page';
import { useRoute } from '@/src/ui/shell/route';
import { createPipeline, shipped, type Pipeline } from '@/test/support/pipeline';
import { click, drag, gone, press, said, see, type } from '@/test/support/hands';
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
async function show(address: string): Promise<void> {
  window.location.hash = address;
  ({ cleanup } = await showOn(world.app, <Page />));
}
const column = (step: string) => see(`[data-column="${step}"]`);
const cardIn = (step: string, title: string) => see(`[data-column="${step}"] [data-card]`, title);

describe('the board of a scheme', () => {
  it('has a column for each step with its probability, its sums and what they weigh', async () => {
    await world.open({ title: 'Pumps', amount: '1000 CNY' });
    await show('#/pipeline');
    const first = said(await see('[data-column="project-approval"]', 'Pumps'));
    expect(first).toContain('Project approval 1');
    expect(first).toContain('5 %');
    expect(first).toContain('1,000 CNY');
    expect(first).toContain('Weighted: 50.00 CNY');
    expect(first).toContain('0 days in this step');
    expect([...document.querySelectorAll('[data-column]')]).toHaveLength(8);
  });

  it('asks a dropped card for exactly what is missing, takes it, and takes all of it back', async () => {
    const record = await world.open({ title: 'Pumps' });
    await show('#/pipeline');
    await drag(await cardIn('project-approval', 'Pumps'), await column('deep-contact'));
    expect(said(await see('[role="dialog"]', 'are missing'))).toContain('2 things are missing');
    await type('The client has approved its project', 'Letter');
    await click('[role="dialog"] button[type="submit"]', 'Move on');
    await see('[role="dialog"] [data-criterion="solution-agreed"]', 'This is still missing.');
    expect((await world.rowOf(record)).fields.step).toBe('project-approval');
    await type('The client’s users agree', 'Minutes');
    await click('[role="dialog"] button[type="submit"]', 'Move on');
    await cardIn('deep-contact', 'Pumps');
    expect(Object.keys((await world.rowOf(record)).fields.evidence ?? {})).toHaveLength(2);
    await click('output button', 'Undo');
    await cardIn('project-approval', 'Pumps');
  });

  it('says by the menu what each step asks for, and goes there with an override that gives its reason', async () => {
    const record = await world.open({ title: 'Pumps' });
    await show('#/pipeline');
    await cardIn('project-approval', 'Pumps');
    press(await see('[data-card] button', 'Pumps'), 'm');
    const way = await see('[role="menuitem"]', 'Solution setting');
    expect(said(way)).toContain('Asks for evidence: The client has approved its project');
    way.click();
    await see('[role="dialog"]', 'One thing is missing.');
    await click('[role="dialog"] button', 'Move on anyway');
    await see('[role="dialog"]', 'Give a reason first.');
    await type('Reason', 'The board meets later');
    await click('[role="dialog"] button', 'Move on anyway');
    await cardIn('solution', 'Pumps');
    const [last] = await world.app.records.history(record);
    expect(last?.note).toMatchObject({ reason: 'The board meets later' });
  });

  it('keeps what stands in a step that is gone in a column of its own', async () => {
    const scheme = world.app.newRecord();
    const { steps } = shipped('eight-step');
    const own = { record: scheme, name: 'House way', sale: 'project' as const };
    await world.app.pipeline.saveScheme({ ...own, steps });
    const record = await world.open({ title: 'Pumps', ownScheme: scheme });
    await world.pass(record, 'solution');
    await world.app.pipeline.saveScheme({ ...own, steps: steps.filter(({ id }) => id !== 'solution') });
    await show(`#/pipeline/board?scheme=${scheme}`);
    const lost = await see('[data-column="solution"]', 'Pumps');
    expect(said(lost)).toContain('No longer a step: Solution setting');
    await drag(await cardIn('solution', 'Pumps'), await column('project-approval'));
    await cardIn('project-approval', 'Pumps');
    await gone('[data-column="solution"]');
  });
});
