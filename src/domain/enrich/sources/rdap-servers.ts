/**
 * Where registries answer questions about domains: a base address, `{tld}` in it standing for the ending, and the endings that it
 * knows. Those of the IANA bootstrap file published on 2026-01-30 that companies use; many countries (cn, de, eu, jp, us) have
 * none in it.
 * @source https://data.iana.org/rdap/dns.json (RFC 9224)
 */
const SERVERS: readonly (readonly [base: string, endings: string])[] = [
  ['https://rdap.verisign.com/{tld}/v1/', 'com net'],
  ['https://tld-rdap.verisign.com/{tld}/v1/', 'cc name'],
  ['https://rdap.publicinterestregistry.org/rdap/', 'charity foundation ngo ong org'],
  [
    'https://rdap.identitydigital.services/rdap/',
    `academy accountants aero agency ai asia associates bike bio black blue broker builders business cafe camera capital
    care careers center city cleaning clinic clothing coach codes coffee community company computer construction
    consulting contractors delivery dental digital direct directory domains education email energy engineer engineering
    enterprises equipment estate events exchange expert express farm finance financial fitness florist fund furniture
    gallery glass global gmbh gold golf graphics green group guide haus healthcare holdings hospital house immo
    immobilien industries info institute insure international investments jetzt kaufen kitchen land lawyer lease legal
    life lighting limited live llc loans ltd ltda maison management market marketing media mobi mortgage mu network news
    organic parts partners pet photography photos pizza plumbing plus pro productions promo properties pub recipes red
    reise reisen rentals repair report restaurant reviews run sale sarl school schule services shoes shopping show
    social software solar solutions srl studio style supplies supply support surgery systems tax taxi team technology
    tienda tips tires today tools tours town toys trading training travel university ventures vet video villas vin
    vision watch wine works world xin xn--czrs0t xn--vhquv zone`,
  ],
  ['https://pubapi.registry.google/rdap/', 'app day dev how new page'],
  [
    'https://rdap.centralnic.com/{tld}/',
    `art auto beauty best build cam cars cyou fans fm fun help homes host hosting icu inc lat lol london luxury makeup
    online ooo pics press pw quest rent ruhr saarland sbs security site skin space storage store tech tickets uno vg
    website xyz`,
  ],
  ['https://rdap.gmoregistry.net/rdap/', 'kyoto nagoya okinawa shop tokyo yokohama'],
  [
    'https://rdap.nic.{tld}/',
    `alsace amsterdam ar bank barcelona bayern beer bid biz boston brussels buzz bzh cat club cr cx cz design earth eus
    fashion film fit fr gal garden health ink insurance law madrid miami nrw nyc one ovh paris photo pm quebec radio re
    scot sport study surf swiss sydney taipei tel tf trade tube tv vip vlaanderen wf wiki win work yoga yt`,
  ],
  ['https://rdap.nic.{tld}/v1/', 'berlin hamburg'],
  ['https://rdap.nic.{tld}/rdap/', 'africa capetown'],
  ['https://rdap.zdnsgtld.com/{tld}/', 'ren top wang xn--3bst00m xn--czr694b xn--czru2d xn--ses554g'],
  ['https://rdap.teleinfo.cn/{tld}/', 'xn--3ds443g xn--fiq228c5hs'],
  ['https://restwhois.ngtld.cn/', 'xn--55qx5d xn--io0a7i'],
  ['https://rdap.tucowsregistry.net/rdap/', 'click country gift lifestyle link living property trust'],
  ['https://rdap.registry.{tld}/rdap/', 'cloud coop love'],
  ['https://rdap.ryce-rsp.com/rdap/', 'cologne koeln tirol wien'],
  ['https://rdap.nominet.uk/{tld}/', 'cymru jobs uk wales'],
  ['https://rdap.blog.fury.ca/rdap/', 'blog'],
  ['https://rdap.eco.fury.ca/rdap/', 'eco'],
  ['https://rdap.registro.br/', 'br'],
  ['https://rdap.ca.fury.ca/rdap/', 'ca'],
  ['https://rdap.registry.ec/', 'ec'],
  ['https://rdap.fi/rdap/rdap/', 'fi'],
  ['https://rdap.pandi.id/rdap/', 'id'],
  ['https://rdap.nixiregistry.in/rdap/', 'in'],
  ['https://rdap.isnic.is/rdap/', 'is'],
  ['https://rdap.kenic.or.ke/', 'ke'],
  ['https://rdap.sidn.nl/', 'nl'],
  ['https://rdap.norid.no/', 'no'],
  ['https://rdap.dns.pl/', 'pl'],
  ['https://rdap.register.si/', 'si'],
  ['https://rdap.thains.co.th/', 'th'],
  ['https://ccrdap.twnic.tw/{tld}/', 'tw'],
  ['https://rdap.hostmaster.ua/', 'ua'],
  ['https://rdap.cctld.uz/', 'uz'],
];

const BASES: ReadonlyMap<string, string> = new Map(
  SERVERS.flatMap(([base, endings]) => endings.split(/\s+/).map((tld) => [tld, base.replace('{tld}', tld)])),
);

/** The base address of the registry of a domain; undefined where none is known. @param domain in ASCII, lower case. */
export function rdapBase(domain: string): string | undefined {
  return BASES.get(domain.slice(domain.lastIndexOf('.') + 1));
}
