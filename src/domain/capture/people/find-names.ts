import { GIVEN_NAMES } from './given-names';

/** A person's name in a line. */
export interface NamePlace {
  readonly name: string;
  readonly at: number;
  readonly end: number;
  /** A form of address or a known first name says that it is one; otherwise only its shape. */
  readonly isSure: boolean;
}

/** Letters of the Latin script as names of Europe are written with: the blocks up to Latin Extended-A. */
const UPPER = 'A-ZÀ-ÖØ-ÞĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ';
const LOWER = 'a-zß-öø-ÿąćčďđęěğıłńňőœřśşšťůűźżž';
const LETTER = 'A-Za-zÀ-ÖØ-öø-ſ';
const CAPITAL = `(?:Mc|Mac|O['’]|D['’]|De|Di|La|Le|Van|Von)?[${UPPER}][${LOWER}]{1,20}(?:-[${UPPER}][${LOWER}]{1,20})?`;
const MIDDLE = `(?: (?:[A-Z]\\.?|["'“(]${CAPITAL}["'”)]|von|von der|vom|zu|van|van der|van den|ter|ten|de|der|la|di|del|da|dos|bin|al|${CAPITAL})){0,2}`;
const DEGREE =
  '(?:,? (?:M\\.?D\\.?|Ph\\.?D\\.?|D\\.?D\\.?S\\.?|D\\.?M\\.?D\\.?|J\\.?D\\.?|Esq\\.?|CPA|MBA|P\\.?E\\.?|R\\.?N\\.?|MS|RD|CD|Jr\\.?|Sr\\.?|III|II|DVM|LCSW|CFP|AIA|LEED AP)\\b\\.?){0,3}';
const NAME = new RegExp(
  `(?<![${LETTER}\\d@.'])(?<![${LETTER}\\d]-)((?:(?:Dr|Mr|Mrs|Ms|Miss|Prof|Herr|Frau|Capt|Rev|Sir|Judge|Hon|Dipl\\.-Ing|Mag)\\.? (?:med\\. |h\\. ?c\\. |Ing\\. )?)*)((?:[A-Z]\\. )?${CAPITAL}${MIDDLE} ${CAPITAL})(${DEGREE})(?![${LETTER}\\d])`,
  'g',
);
/** Words with a capital that are in names of firms, places, pages and times, not of people. */
const NOT_NAME =
  /\b(?:Street|Road|Avenue|Drive|Lane|Boulevard|Court|Way|Park|Hill|Hills|City|County|State|North|South|East|West|New|Old|The|And|Our|Your|My|Us|All|Law|Firm|Group|Design|Designs|Homes?|Real|Estate|School|College|University|Church|Center|Centre|Hall|House|Hotel|Clinic|Hospital|Company|Services?|Solutions|Systems|Insurance|Mortgage|Dental|Health|Care|Bank|Trust|Club|Store|Shop|Office|Contact|About|Home|Page|Site|Map|Search|News|Blog|Read|More|Click|Here|View|Send|Email|Phone|Fax|Tel|Privacy|Policy|Terms|Copyright|Rights|Reserved|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Free|Online|Customer|Support|Department|Services|Products?|Team|Staff|Board|Committee|Association|Foundation|Society|Institute|Agency|Bureau|United|States|Kingdom|America|American|Great|Britain|San|Santa|Los|Las|Saint|Fort|Mount|Lake|River|Bay|Beach|Island|Springs|Falls|Valley|Creek|Springfield|Angeles|Francisco|York|Jersey|Carolina|Dakota|Virginia|Island|Columbia|Day|Night|Week|Sale|Special|Best|Top|First|Second|Last|Next|Award|Awards|Gallery|Photo|Video|Music|Book|Books|Press|Media|Facebook|Twitter|Google|Yahoo|Linked|You|Tube|Windows|Microsoft|Apple|Internet|Web|Website|Data|Digital|Program|Plan|Project|Training|Learning|Education|Research|Science|Technology|Business|Marketing|Sales|Manager|Director|President|Officer|Attorney|Lawyer|Owner|Partner|Chief|Executive|Vice|Senior|Junior|General|Assistant|Professional|International|National|Global|World|Inc|Ltd|Llc|Corp|Limited|Gmbh|General|Question|Questions|Answer|Help|Login|Register|Account|Cart|Checkout|Order|Shipping|Returns|Sitemap|Testimonials?|Reviews?|Portfolio|Careers?|Jobs?|Events?|Calendar|Directions|Location|Locations|Hours|Open|Closed|Main|Menu|Welcome|Thank|Thanks|Please|Call|Visit|Get|Find|Learn|See|How|What|Why|When|Where|Who|This|That|With|From|For|In|On|At|By|Of|To|Is|Are|We|It|If|As|An|No|Not|Dear|Hello|Hi|Straße|Strasse|Platz|Impressum|Kontakt|Datenschutz|Amtsgericht|Registergericht|Handelsregister|Geschäftsführer|Umsatzsteuer|Telefon|Deutschland|Verantwortlich|Inhalt|Haftung|Rue|Avenue|France|Paris|London|Berlin|Toronto|Texas|Florida|Blvd|Suite|Ave|Rd|Dr|Plaza|Square|Tower|Building|Floor|Box|Drive|Terrace|Place|Circle|Roofing|Plumbing|Heating|Auto|Car|Pets?|Food|Coffee|Wine|Garden|Kitchen|Bath|Room|Doors?|Windows?|Steel|Water|Gas|Oil|Power|Energy|Solar|Fire|Air|Land|Sea|Sun|Star|Gold|Silver|Red|Blue|Green|White|Black|Regulation|Injury|Personal|Accident|Multimedia|Posted|Recruitment|Head|High|Signage|Storage|Pricing|Statistics|Calendars|Warranty|Stadium|Price|Sign|Up|St|Communities|Harness|Associate|Popular|Dress|Chevrolet|Buick|Focus|Salon|Houston|Dallas|Denver|Boston|Chicago|Atlanta|Seattle|Dermatology|Glen|Time|Technician|Realty|Properties|Construction|Builders|Engineering|Manufacturing|Industries|Associates|Partners|Logistics|Consulting|Financial|Capital|Investments|Medical|Surgery|Wellness|Fitness|Studio|Studios|Gifts?|Flowers?|Florist|Bakery|Restaurant|Cafe|Grill|Inn|Resort|Tours?|Travel|Valley|Heights|Village|Township|Museum|Library|Theatre|Theater|Nord|Süd|Ost|Vertrieb|Verkauf|Einkauf|Buchhaltung|Innendienst|Außendienst|Zentrale|Boulangerie|Chocolaterie|Agence|Société|Maison|Ihre?|Unsere?|Nos|Notre|Votre|Équipe|Ansprechpartner|Mitarbeiter)\b/;

const FORMS =
  /^(?:(?:Dr|Mr|Mrs|Ms|Miss|Prof|Herr|Frau|Capt|Rev|Sir|Judge|Hon|Dipl\.-Ing|Mag)(?:\. ?| )(?:med\. |h\. ?c\. |Ing\. )?)+/;

/** Of those, what is a family name as well, behind a first name. */
const ALSO_SURNAME = / (?:White|Black|Green|Hill|May|Park|Day|Best|Stone|Bay|King|House|Dean)$/;

/** The names in a line of Latin text: a form of address or a first name, then a family name. */
export function findNames(line: string): NamePlace[] {
  const found: NamePlace[] = [];
  NAME.lastIndex = 0;
  for (let match = NAME.exec(line); match && found.length < 50; match = NAME.exec(line)) {
    const place = placeOf(match);
    if (place.end < NAME.lastIndex) NAME.lastIndex = place.end;
    // Of a couple (`Mike and Cindy Ford`) neither is called by what stands together.
    const isCouple = /\b[A-Z][a-z]+ (?:and|&|und) $/.test(line.slice(Math.max(0, match.index - 30), match.index));
    const isKnown = GIVEN_NAMES.has(firstOf(place.name));
    const rest = isKnown ? place.name.slice(place.name.indexOf(' ')).replace(ALSO_SURNAME, '') : place.name;
    const isOther = NOT_NAME.test(rest);
    if (!isCouple && !isOther) found.push({ ...place, isSure: place.isSure || isKnown });
  }
  return found;
}

function placeOf(match: RegExpExecArray): NamePlace {
  const [whole, address = '', written = '', degree = ''] = match;
  const full = withoutTrade(written);
  const name = withoutNext(full);
  const at = match.index + address.length + written.length - full.length;
  const isSure = /^(?:Dr|Mr|Mrs|Ms|Herr|Frau)/.test(address);
  if (name !== full) return { name, at, end: at + name.length, isSure };
  return { name: (name + degree).trim(), at, end: match.index + whole.length, isSure: isSure || degree !== '' };
}

/** `Malermeister Sven Lindqvist`: a word that is no first name before one that is; not `By Susan Clark`. */
function withoutTrade(name: string): string {
  const [first = '', second = '', ...more] = name.split(' ');
  const isTrade =
    more.length > 0 && /^\p{L}{5,}$/u.test(first) && !NOT_NAME.test(first) && !isGiven(first) && isGiven(second);
  return isTrade ? name.slice(first.length + 1) : name;
}

function isGiven(word: string): boolean {
  return GIVEN_NAMES.has(firstOf(word));
}

/** Where names stand side by side, a first name behind a whole name begins the next one. */
function withoutNext(name: string): string {
  const words = name.split(' ');
  const at = words.findIndex((word, i) => i >= 2 && i < words.length - 1 && GIVEN_NAMES.has(word.toLowerCase()));
  return at < 0 ? name : words.slice(0, at).join(' ');
}

/** A name in capitals, as headings write it: `STACY HATCHER, M.D.` */
export function nameInCapitals(line: string): string | undefined {
  if (
    !/^[A-Z][A-Z'.-]{1,15}(?: [A-Z]\.?)? [A-Z][A-Z'-]{1,20}(?:,? (?:M\.?D\.?|PH\.?D\.?|DDS|JD|CPA|ESQ\.?))?$/.test(line)
  )
    return undefined;
  return GIVEN_NAMES.has(firstOf(line)) ? line : undefined;
}

export function withoutAddress(name: string): string {
  return name.replace(FORMS, '');
}

function firstOf(name: string): string {
  return (name.replace(/^[A-Z]\. /, '').split(/[\s-]/)[0] ?? '').toLowerCase();
}
