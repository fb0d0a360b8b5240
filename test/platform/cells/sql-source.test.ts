import { SqlEngine } from '@/src/platform/cells/sql-engine';
import { SqlSource } from '@/src/platform/cells/sql-source';
import { saleColumnsOf } from '@/src/domain/analysis/local/sale-columns';
import { aggregateSourceContract } from '@/test/contract/aggregate-source';
import { ordersFrom } from '@/test/support/orders';
import { openBindings } from '@/test/support/sql-engine';

const engine = new SqlEngine(await openBindings());
engine.load('', undefined);

aggregateSourceContract('SQL', (list) => new SqlSource(engine, saleColumnsOf(ordersFrom(list))));
