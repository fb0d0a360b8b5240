/** Words of which a title of a position has at least one. */
const POSITION =
  /\b(?:president|vice[- ]president|[sev]?vp|ceo|cto|cfo|coo|cmo|cio|chief|chair(?:man|woman|person)?|director|manager|head of|owner|co-?owner|founder|co-?founder|partner|principal|associate|attorney|lawyer|solicitor|counsel|paralegal|secretary|treasurer|superintendent|supervisor|coordinator|administrator|assistant|executive|officer|engineer|developer|designer|architect|analyst|consultant|specialist|technician|representative|agent|broker|realtor|advis[eo]r|accountant|bookkeeper|receptionist|nurse|physician|dentist|doctor|hygienist|therapist|pharmacist|professor|teacher|principal|dean|editor|writer|author|photographer|chef|baker|estimator|foreman|planner|clerk|mayor|trustee|commissioner|buyer|salesperson|sales|marketing|operations|human resources|geschäftsführer(?:in)?|vertriebsleiter(?:in)?|leiter(?:in)?|leitung|vorstand|inhaber(?:in)?|prokurist(?:in)?|gesellschafter(?:in)?|assistenz|sachbearbeiter(?:in)?|buchhaltung|einkauf|verkauf|vertrieb|ansprechpartner(?:in)?|directeur|directrice|gérante?|président|responsable|gerente)\b|总经理|经理|总监|主任|董事长|法定代表人|联系人|主管|销售|厂长|店长|部长|工程师|負責人|總經理|經理/i;
const NOT_TITLE = /[@!?]|https?:|\d{2}|\b(?:click|read more|copyright|email us|all rights|we |our |you |your )\b/i;

const CONTACT_TAIL =
  /[\s|·•,:/–-]{1,3}(?:e-?mail|mail|telefon|telephone|tel|phone|ph|t|m|p|mobile|mobil|mob|fax|linkedin|xing|vcard|profile|profil|bio|[+(]?\d[\d ()./+-]{4,25})\.?:?$/i;
const MOST_TAILS = 6;

/** A title without the labels, links and numbers behind it on its line: `Head of Sales Email T +44 20 7946 0123`. */
export function plainTitle(text: string): string {
  let title = text.trim();
  for (let i = 0; i < MOST_TAILS; i++) {
    const shorter = title.replace(CONTACT_TAIL, '').trim();
    if (shorter === title) break;
    title = shorter;
  }
  return title;
}

/** Whether a short text is the title of a position. */
export function isJobTitle(text: string): boolean {
  const words = text.trim().split(/\s+/);
  return text.length >= 2 && text.length <= 70 && words.length <= 9 && POSITION.test(text) && !NOT_TITLE.test(text);
}
