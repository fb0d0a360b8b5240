import { likeHost } from '../name/host-label';
import { asName, HAN_REGISTERED, LEGAL_FORM } from '../name/name-words';

const HAN_COMPANY =
  /^[\u4e00-\u9fffA-Za-z\d()（）·&\-. ]{2,40}(?:公司|集团|集團|工厂|工廠|厂|廠|商行|商店|商店|经营部|經營部|工作室|事务所|事務所|研究院|研究所|设计院|协会|協會|学会|商会|商會|中心|门市部|门市|專賣店|专卖店|旗舰店|總店|超市|合作社|工程行|企業社|企业社|企業行|實業社|有限合伙|合伙企业|诊所|診所|医院|醫院|酒店|饭店|飯店|餐厅|餐廳|书店|大学|大學|学院|學院|分公司|办事处|株式会社|部品|五金行|机电行|建材行|車行|車業|车行|茶行|茶莊|茶庄|商社|貿易行|贸易行|印刷|物流|商贸|貿易|贸易|科技|机械|機械|電機|实业|實業|食品|烘焙坊|工坊|花坊|館|馆|農場|农场|水電行|水电行|泵业|泵業|机电|機電|电气|電氣|电子|電子|化工|建材|五金|服饰|服飾|家居|传媒|傳媒|汽车|汽車|仪器|儀器|阀门|閥門|轴承|軸承|包装|包裝|纺织|紡織|餐饮|餐飲|环保|環保|能源|模具|重工|精工|制造|製造|钢铁|钢构|电器|電器|照明|光电|光電|塑胶|塑膠|农业|農業|置业|药业|藥業|酒业|茶业|茶業|漆業|漆业|藥局|药房|药店)(?:[(（][\u4e00-\u9fff]{2,8}[)）])?$/;
const TRADE =
  /\b(?:& (?:co|sons?|söhne|sohn|partner|partners|daughters|company|brothers|cie|bros)\b|and (?:sons|daughters|partners|co)\b|und (?:söhne|partner)\b|(?:works|supplies|supply|services?|solutions|systems|industries|industrial|trading|traders|wholesale|bakery|foods?|plumbing|heating|roofing|electrical|electric|builders|construction|contractors|engineering|engineers|manufacturing|machinery|tools|pumps|valves|motors|logistics|transport|freight|consulting|consultants|associates|partners|agency|studios?|design|architects|printers|printing|press|media|publishing|packaging|plastics|steel|metals?|timber|furniture|interiors|textiles|fabrics|garden|nursery|nurseries|farms?|brewery|winery|vineyards?|coffee|roasters|hotel|inn|restaurant|cafe|catering|pharmacy|clinic|dental|realty|properties|bank|insurance|laboratories|labs|technologies|technology|tech|software|instruments|optics|energy|solar|marine|boats|cycles|bikes|sports|outfitters|boutique|jewell?ers|florists?|flowers|hardware|garage|autohaus|automotive|autos|cars|tyres|tires|group|holdings?|international|enterprises|ventures|store|stores|shop|market|museum|institute|association|society|club|federation|university|college|school|verein|verband|werke?|werk|technik|maschinenbau|maschinen|metallbau|stahlbau|holzbau|hochbau|tiefbau|bau|elektro|sanitär|haustechnik|handel|großhandel|vertrieb|spedition|druckerei|verlag|bäckerei|metzgerei|konditorei|brauerei|weingut|gärtnerei|schreinerei|tischlerei|zimmerei|schlosserei|malerbetrieb|dachdecker|klempnerei|werkstatt|apotheke|praxis|kanzlei|büro|ingenieurbüro|architekturbüro|agentur|gasthof|gasthaus|optik|möbel|küchen|fenster|bedachungen|reisen|reisebüro|buchhandlung|blumen|landtechnik|landmaschinen|motorgeräte|kfz|fahrzeugbau|anlagenbau|werkzeugbau|gerätebau|pumpen|armaturen))\b/i;
const GERMAN_COMPOUND =
  /[a-zäöüß](?:bau|technik|werke?|handel|betrieb|haus|bäckerei|metzgerei|druckerei|gärtnerei|schreinerei|tischlerei|zimmerei|brauerei|maschinen|service|systeme|vertrieb|markt|center)\b/;
/** What blocks of one company's own page are called. */
const OFFICE =
  /^(?:(?:our |the )?(?:head|main|regional|branch|sales|local|registered|corporate|central|north|south|east|west)\S{0,5} ?(?:office|quarters|branch|department|store)|headquarters?|hq|.{0,40}\b(?:office|offices|branch|headquarters|department|dept|showroom|warehouse|helpdesk|reception|enquiries|inquiries|support|sales|customer service|service desk|accounts|accounting|returns|press|media|jobs|careers|purchasing|marketing|procurement|orders|billing)|(?:haupt|zweig)?(?:niederlassung|standort|zentrale|filiale|verwaltung|werk|lager|geschäftsstelle|büro|abteilung|vertrieb|verkauf|einkauf|buchhaltung|personal(?:abteilung)?|kundenservice|kundendienst|service|technik|presse|empfang|ausstellung|außenstelle)\b.{0,40}|.{0,30}(?:总部|總部|总公司|办事处|辦事處|分部|部|部门|部門|营业部|服务中心|售后|客服|热线|联系我们|联系方式|地址|分公司|門市|中心|据点|據點|辦公室|办公室|工廠|工厂|厂区|仓库|基地))$/i;

/** How a piece of text is known to be a company's name; undefined for what does not look like one. */
export function companyIn(piece: string): { readonly name: string; readonly isLegal: boolean } | undefined {
  const text = piece.replace(/^(?:你好|您好|我是|我们是|来自)[,，\s]?/, '');
  const name = asName(text);
  if (name === '' || isMoreThanName(text, name)) return undefined;
  const isHan = /[\u4e00-\u9fff]/.test(name);
  const isLegal = isHan
    ? /(?:公司|集团|集團|株式会社|事务所|事務所)(?:[(（].{1,10}[)）])?$/.test(name)
    : LEGAL_FORM.test(name);
  if (isLegal) return { name, isLegal };
  const isTrade = isHan
    ? HAN_COMPANY.test(name)
    : /^[\p{Lu}\d]/u.test(name) && (TRADE.test(name) || GERMAN_COMPOUND.test(name));
  return isTrade && !isOffice(name) ? { name, isLegal: false } : undefined;
}

/** Whether a text says something besides a name, or nothing that is one. */
function isMoreThanName(text: string, name: string): boolean {
  if (/[@?!:：]|\d{5}|^\d|https?/.test(name)) return true;
  // A registered name with words behind it.
  if (HAN_REGISTERED.test(name) && /[\u4e00-\u9fff]{2}$/.test(text) && !text.trimEnd().endsWith(name)) return true;
  // More than one thing in a line, unless what is behind the comma is a legal form.
  return /[,;|](?!\s?(?:inc|llc|ltd|llp|co|corp|gmbh|s\.|plc|p\.?c)\b)/i.test(name);
}

/** Whether a text is what an office, a branch or a department is called rather than a company. */
export function isOffice(text: string): boolean {
  return OFFICE.test(text.trim());
}

/** Whether a text is how the owner of a domain is called: `Blue Door Bakery` beside `…@bluedoor.example`. */
export function isNameOfHost(text: string, labels: readonly string[]): boolean {
  return /\p{L}/u.test(text) && text.length <= 60 && labels.some((label) => likeHost(text, label) >= 0.55);
}
