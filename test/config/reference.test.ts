import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';

const project = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'reference-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The reference run over four tiny files of ours, and references that say `claims` of each. */
function run(claims: object): { status: number | null; output: string } {
  mkdirSync(path.join(folder, 'reference'), { recursive: true });
  for (const name of ['cdnow_master', 'cdnow_sample', 'online_retail', 'telco'])
    writeFileSync(path.join(folder, 'reference', `${name}.json`), JSON.stringify(claims));
  writeFileSync(
    path.join(folder, 'CDNOW_master.txt.gz'),
    gzipSync('customer_id date quantity dollar_value\n1 19970101 1 10.00\n2 19970201 1 20.00\n'),
  );
  writeFileSync(path.join(folder, 'CDNOW_sample.txt'), ' 1 1 19970101 1 10.00\n 2 2 19970201 1 20.00\n');
  writeFileSync(
    path.join(folder, 'online_retail.csv.gz'),
    gzipSync(
      'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n' +
        '1,A,B,1,2010-12-01 08:26:00,2.5,17850,UK\n2,A,B,1,2011-01-01 08:26:00,2.5,17851,UK\n',
    ),
  );
  writeFileSync(
    path.join(folder, 'telco.csv'),
    'customerID,gender,SeniorCitizen,Partner,Dependents,tenure,InternetService,Contract,PaperlessBilling,PaymentMethod,MonthlyCharges,TotalCharges,Churn\n' +
      'A,Male,0,No,No,2,DSL,One year,No,Mailed check,10.5,21,Yes\nB,Female,1,No,No,0,No,Two year,Yes,Mailed check,20, ,No\n',
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/cli.mjs', 'reference', folder], {
    cwd: project,
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

/** The last line of a measuring command is one JSON object. */
function figuresOf(output: string): unknown {
  return JSON.parse(output.trimEnd().split('\n').at(-1) ?? '');
}

describe('the reference command', () => {
  it('is red when it compared nothing', () => {
    const { status, output } = run({});

    expect(figuresOf(output)).toMatchObject({ compared: 0, differ: 0, sql: { compared: 0, differ: 0 } });
    expect(status).toBe(1);
  });

  it('is red, and says where, when a figure differs or is not computed', () => {
    const { status, output } = run({ rows_used: 3, pareto_customer: { net: { gini: 0.5, unheard_of: 1 } } });

    expect(output).toContain('cdnow_master: rows_used: reference 3, ours 2');
    expect(output).toContain('SQL cdnow_master: rows_used: reference 3, ours 2');
    expect(output).toContain('pareto_customer.net.unheard_of: reference 1, ours undefined');
    expect(figuresOf(output)).toMatchObject({ compared: 12, differ: 12, sql: { compared: 12, differ: 12 } });
    expect(status).toBe(1);
  });

  it('looks into the file of subscriptions too, and is red while it compared too little', () => {
    const { status, output } = run({
      km_overall: { n: 2, table: [[2, 1, 1, 0, null, null, null]] },
      mrr: { total: '30.50' },
    });

    expect(output).toMatch(/telco km_overall +7 compared +0 differ +SQL +7 compared +0 differ/);
    expect(output).toMatch(/telco mrr +1 compared +0 differ +SQL +1 compared +0 differ/);
    expect(output).toContain('cdnow_master: mrr.total: reference "30.50", ours undefined');
    expect(status).toBe(1);
  });

  it('says what is wrong when the folder holds no references', () => {
    const empty = path.join(folder, 'reference');
    const { status, stderr } = spawnSync(process.execPath, ['scripts/cli.mjs', 'reference', empty], {
      cwd: project,
      encoding: 'utf8',
    });

    expect(stderr).toContain('No reference results in');
    expect(status).toBe(2);
  });
});
