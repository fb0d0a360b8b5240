import { describe, expect, it } from 'vitest';
import { day, input, line, said } from '@/test/support/kpi-facts';

describe('complaints', () => {
  const one = (id: string, received: string, more: object = {}) => ({
    id,
    receivedOn: day(received),
    solvedOn: undefined,
    checkedOn: undefined,
    isValid: false,
    ...more,
  });
  const solved = (id: string, on: string, checked?: string) =>
    one(id, '2026-03-01', { solvedOn: day(on), checkedOn: checked && day(checked) });

  it('are valid only where the fault is ours, in the period they were received in', () => {
    const complaints = [
      one('ours', '2026-04-01', { isValid: true }),
      one('the last day', '2026-06-30', { isValid: true }),
      one('theirs', '2026-04-01'),
      one('before', '2026-03-31', { isValid: true }),
    ];
    expect(line({ complaints }, 'valid-complaints').behind.map(({ id }) => id)).toEqual(['ours', 'the last day']);
  });

  it('are asked about within seven days: the seventh is in time, the eighth is late, a week that runs is not judged', () => {
    const complaints = [
      solved('seventh', '2026-04-01', '2026-04-08'),
      solved('eighth', '2026-04-01', '2026-04-09'),
      solved('never', '2026-04-02'),
      solved('still running', '2026-04-13'),
      solved('its week ends in the quarter after', '2026-06-24', '2026-06-25'),
      one('not solved', '2026-04-01'),
    ];
    const today = day('2026-04-20');
    expect(said({ complaints, today }, 'timely-feedback')).toEqual([1 / 3, '1', '3', undefined]);
    expect(said({ complaints, today: day('2026-04-21') }, 'timely-feedback')).toEqual([0.25, '1', '4', undefined]);
    expect(said({}, 'timely-feedback')).toEqual([null, '0', '0', 'no-complaints']);
  });

  it('are answered within the days that were set, and without them nothing is said', () => {
    const complaints = [
      one('in time', '2026-05-01', { solvedOn: day('2026-05-06') }),
      one('late', '2026-05-01', { solvedOn: day('2026-05-07') }),
      one('open', '2026-05-01'),
    ];
    expect(said({ complaints }, 'timely-answers', 'year')[3]).toBe('no-standard');
    const inputs = [input('timely-answers', 'standard', { number: 5 }, { on: '2026-01-01', unit: 'year' })];
    expect(said({ complaints, inputs }, 'timely-answers', 'year')).toEqual([1 / 3, '1', '3', undefined]);
  });
});

it('revisits, ratings and the archive have their own denominators', () => {
  const visits = [
    { id: 'a', day: day('2026-04-01'), isDone: true },
    { id: 'b', day: day('2026-06-30'), isDone: false },
    { id: 'c', day: day('2026-07-01'), isDone: true },
  ];
  expect(said({ visits }, 'revisit-rate')).toEqual([0.5, '1', '2', undefined]);
  expect(said({ visits: undefined }, 'revisit-rate')[3]).toBe('no-visits');
  const rated = (number: number) => input('satisfaction', 'rating', { number }, { on: '2026-02-01', unit: 'year' });
  expect(said({ inputs: [rated(4), rated(4.5)] }, 'satisfaction', 'year')).toEqual([4.25, '8.50', '2', undefined]);
  expect(said({}, 'service-standard', 'year')).toEqual([null, '0', '0', 'no-rating']);
  const archive = { done: 3, wanted: 4 };
  expect(said({ archive }, 'archive-completeness', 'year')).toEqual([0.75, '3', '4', undefined]);
  expect(said({ archive }, 'archive-completeness', 'year', '2025-05-01')[3]).toBe('only-now');
  expect(said({ archive: { done: 0, wanted: 0 } }, 'archive-completeness', 'year')[3]).toBe('no-archive');
});
