import { describe, expect, it } from 'vitest';
import { companyForm } from '@/src/domain/enrich/sources/company-form';

describe('the legal form in a name', () => {
  it.each([
    ['Quill Tools', ''],
    ['Quill Tools Ltd.', 'ltd'],
    ['QUILL TOOLS LIMITED', 'ltd'],
    ['Quill Tools Public Limited Company', 'plc'],
    ['Quill P.L.C.', 'plc'],
    ['Quill & Sons LLP', 'llp'],
    ['Quill Co., Ltd', 'coltd'],
    ['Quill Company Limited', 'coltd'],
    ['Quill Pte. Ltd.', 'pteltd'],
    ['Müller & Söhne G.m.b.H. & Co. KG', 'gmbhcokg'],
    ['Quill Gesellschaft mit beschränkter Haftung', 'gmbh'],
    ['Quill Aktiengesellschaft', 'ag'],
    ['Quill Holdings Ltd', 'holdingsltd'],
    ['Limited', ''],
    ['', ''],
  ])('%j: %j', (name, form) => {
    expect(companyForm(name)).toBe(form);
  });
});
