/** Words by which a text tells what happens at an account, the most telling first. */
export const EVENT_WORDS: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    'opening',
    /[开開][业業]|[开開]幕|[开開][张張]|落成|投[产產]|奠基|揭牌|剪彩|\b(?:grand opening|opens|opening|inaugurat\w{0,6}|Eröffnung|eröffnet|Einweihung)\b/i,
  ],
  ['anniversary', /[周週]年|店[庆慶]|[厂廠][庆慶]|华诞|華誕|\b(?:anniversary|Jubiläum|Firmenjubiläum)\b/i],
  [
    'award',
    /[荣榮][获獲]|[获獲][奖獎评評得颁頒]|[奖獎][项項]|[荣榮][誉譽]|表彰|百[强強]|\b(?:awarded|award|honou?red|prize|ausgezeichnet|Auszeichnung|Preisträger)\b/i,
  ],
  [
    'move',
    /搬[迁遷]|[迁遷]址|[乔喬][迁遷]|并购|併購|收[购購]|上市|[扩擴][产產建]|任命|[战戰]略合作|[签簽][约約署]|[新增]设|\b(?:relocat\w{0,5}|moves to|acquir\w{0,5}|merg(?:er|es)|IPO|appoint\w{0,5}|expan(?:ds|sion)|Umzug|zieht um|Übernahme|übernimmt|Erweiterung)\b/i,
  ],
  [
    'promotion',
    /促[销銷]活[动動]|大促|[订訂][货貨][会會]|[发發]布[会會]|展[销銷][会會]|\b(?:launch(?:es)? event|roadshow|trade show|Hausmesse|Aktionswoche)\b/i,
  ],
];

/** Words by which a text tells the category of the archive, the most telling first; without any it is a characteristic. */
export const CATEGORY_WORDS: readonly (readonly [category: string, pattern: RegExp])[] = [
  [
    'competition',
    /[竞競][争爭品]|[对對]手|市[场場]份[额額]|占有率|佔有率|\b(?:competitors?|market share|rivals?|Wettbewerber?|Marktanteil)\b/i,
  ],
  [
    'arrears',
    /欠款|逾期|[还還]款|[债債][务務]|[资資]信|\b(?:arrears|overdue|insolven\w{0,4}|Zahlungsverzug|Insolvenz)\b/i,
  ],
  ['complaints', /投[诉訴]|召回|[质質]量[问問][题題]|\b(?:complaints?|recalls?|Rückruf|Beschwerden?)\b/i],
  [
    'contracts',
    /中[标標]|合同|合[约約]|[协協][议議]|框架[采採][购購]|\b(?:contracts?|agreement|Vertrag|Ausschreibung)\b/i,
  ],
  ['staff-promotion', /促[销銷][员員]|[导導][购購]|提成|\b(?:sales incentives?|promoters?|Verkaufsprämien?)\b/i],
  ['industry', /行[业業]|[产產][业業]|[趋趨][势勢]|同行|\b(?:industry|trends?|sector|Branche|Trend)\b/i],
  [
    'basics',
    /成立[于於日]|法定代表|法人代表|[注註][册冊][资資地]|统一社会信用|\b(?:founded|registered office|gegründet|Geschäftsführer|Handelsregister)\b/i,
  ],
];
