import { field, required } from '@/src/domain/records/field';
import { defineKind, kindsByName } from '@/src/domain/records/kind';
import { ALL_KINDS } from '@/src/platform/store/all-kinds';

/** A kind with one of everything that boards, approvals and duties work from. Its words are its codes. */
export const claim = defineKind({
  name: 'claim',
  evidence: false,
  fields: {
    title: required(field.text()),
    sum: field.money(),
    proof: field.file(),
    size: field.choice(['small', 'big']),
    seen: field.date(),
    decided: field.date(),
    customer: field.company(),
    owner: field.user(),
  },
  states: ['draft', 'submitted', 'confirmed', 'rejected'],
  transitions: [
    { name: 'submit', from: ['draft'], to: 'submitted', needs: ['sum', 'proof'] },
    {
      name: 'confirm',
      from: ['submitted'],
      to: 'confirmed',
      by: ['manager', 'executive'],
      decides: 'approve',
      override: ['executive'],
      stamps: { decided: 'today' },
      guard: ({ fields, pointing }) => [
        ...(Number(fields.sum?.amount ?? 0) > 1000 ? ['too-much'] : []),
        ...(pointing.some(({ kind }) => kind === 'appeal') ? ['appealed'] : []),
      ],
    },
    {
      name: 'reject',
      from: ['submitted'],
      to: 'rejected',
      by: ['manager', 'executive'],
      decides: 'refuse',
      reason: true,
    },
    { name: 'reopen', from: ['rejected'], to: 'draft', by: ['assistant'] },
  ],
  duties: [
    { name: 'check', while: ['draft', 'submitted'], since: 'seen', rule: { after: 7 }, for: 'owner' },
    { name: 'audit', while: ['confirmed'], since: 'decided', rule: { after: 30 }, for: 'manager' },
  ],
  view: { title: 'title', columns: ['sum', 'customer', 'seen', 'owner'], groups: ['size', 'owner', 'customer'] },
});

/** Points to a claim. */
const appeal = defineKind({ name: 'appeal', evidence: false, fields: { about: field.link() } });

export const kindsWithClaim = kindsByName([...ALL_KINDS.values(), claim, appeal]);
