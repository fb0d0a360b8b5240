import type { Realm } from './page-dom';

/** The realm for documents that no browser draws: of their elements only the attributes say which are hidden. */
export function undrawnRealm(realm: Realm): Realm {
  const undrawn: PropertyDescriptorMap = { checkVisibility: { value: undefined } };
  return {
    Document: realm.Document,
    Node: realm.Node,
    CharacterData: realm.CharacterData,
    Element: { prototype: Object.create(realm.Element.prototype, undrawn) as Element },
  };
}
