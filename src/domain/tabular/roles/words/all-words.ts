import type { Role } from '../roles';
import { DOCUMENT_WORDS } from './document-words';
import { GOODS_WORDS } from './goods-words';
import { MONEY_WORDS } from './money-words';
import { PARTY_WORDS } from './party-words';
import type { RoleWords } from './role-words';

/** Simplified Chinese stands for traditional too and letters without accents for those with them: headers are folded. */
export const ROLE_WORDS: Readonly<Record<Role, RoleWords>> = {
  ...PARTY_WORDS,
  ...DOCUMENT_WORDS,
  ...MONEY_WORDS,
  ...GOODS_WORDS,
};
