/** The kind of language a file's headers are in, as far as it tells how numbers and dates are written. */
export type Tongue = 'continental' | 'english' | 'east-asian';

const CONTINENTAL = words(
  'betrag umsatz preis menge netto brutto nettobetrag bruttobetrag wert summe gesamt datum kunde kundennummer rechnung rechnungsdatum beleg belegdatum buchungsdatum bestelldatum auftrag auftragsdatum stück erlös einzelpreis anzahl währung',
  'montant prix quantité quantite facture commande ttc ht chiffre',
  'importe precio cantidad fecha cliente factura pedido ventas',
  'importo prezzo quantità fattura data ordine valor preço preco quantidade nota',
  'bedrag prijs aantal klant factuur kwota cena ilość data klient belopp pris antal kund částka množství',
);
const ENGLISH = words(
  'amount sales revenue price total quantity qty date customer order invoice net gross value cost paid units item product',
);

/** The tongue that most headers which show one are in; undefined when none does or two are as many. */
export function tongueOf(headers: readonly string[]): Tongue | undefined {
  const votes: Record<Tongue, number> = { continental: 0, english: 0, 'east-asian': 0 };
  for (const header of headers) {
    const tongue = tongueOfHeader(header.slice(0, 200).normalize('NFKC').toLowerCase());
    if (tongue) votes[tongue]++;
  }
  const [best, next] = (['continental', 'english', 'east-asian'] as const)
    .map((tongue) => ({ tongue, votes: votes[tongue] }))
    .sort((a, b) => b.votes - a.votes);
  return best && next && best.votes > next.votes ? best.tongue : undefined;
}

function tongueOfHeader(header: string): Tongue | undefined {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(header)) return 'east-asian';
  const parts = header.split(/[^\p{L}]+/u);
  if (parts.some((part) => CONTINENTAL.has(part))) return 'continental';
  return parts.some((part) => ENGLISH.has(part)) ? 'english' : undefined;
}

function words(...lists: string[]): ReadonlySet<string> {
  return new Set(lists.join(' ').split(' '));
}
