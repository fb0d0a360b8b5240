import { describe, expect, it } from 'vitest';
import { missingRoles, type Role } from '@/src/domain/tabular/roles/roles';

describe('missingRoles', () => {
  it.each<[Role[], Role[]]>([
    [[], ['customer', 'date', 'amount']],
    [['customerId', 'date', 'amount'], []],
    [['customer', 'date', 'quantity'], ['amount']],
    [['customer', 'date', 'quantity', 'unitPrice'], []],
  ])('of %j are %j', (roles, missing) => {
    expect(missingRoles(roles)).toEqual(missing);
  });
});
