/** English, German, French, Spanish, Portuguese, Italian; January first, short and long forms. */
const NAMES = [
  'jan january januar jän jänner janv janvier ene enero janeiro gen gennaio',
  'feb february februar févr fevr fév février fevrier febrero fev fevereiro febbraio',
  'mar march mär mrz märz maerz mars marzo março marco',
  'apr april avr avril abr abril aprile',
  'may mai mayo maio mag maggio',
  'jun june juni juin junio junho giu giugno',
  'jul july juli juil juillet julio julho lug luglio',
  'aug august août aout ago agosto',
  'sep sept september septembre septiembre setiembre set setembro settembre',
  'oct october okt oktober octobre octubre out outubro ott ottobre',
  'nov november novembre noviembre novembro',
  'dec december dez dezember déc décembre decembre dic diciembre dezembro dicembre',
];

const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, i) => names.split(' ').map((name): [string, number] => [name, i + 1])),
);
const ENGLISH = new Set(
  'jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december'.split(
    ' ',
  ),
);
const WEEKDAYS: ReadonlySet<string> = new Set(
  [
    'mon tue tues wed weds thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday',
    'mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonntag',
    'lun mar mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche',
    'mié mie jue vie sáb sab dom lunes martes miércoles miercoles jueves viernes sábado sabado domingo',
  ]
    .join(' ')
    .split(' '),
);

/** 1…12 of a name in lower case, without its full stop. @example monthOfName('févr') // 2 */
export function monthOfName(name: string): number | undefined {
  return MONTHS.get(name);
}

/** Whether the name is one that only other languages than English use (März, enero). */
export function isForeignMonth(name: string): boolean {
  return MONTHS.has(name) && !ENGLISH.has(name);
}

export function isWeekday(name: string): boolean {
  return WEEKDAYS.has(name);
}
