const groups = (list: string): ReadonlyMap<string, string> =>
  new Map(
    list
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [first = '', ...rest] = line.trim().split(/\s+/);
        return [first, ...rest].map((name) => [name, first] as const);
      }),
  );

/** Given names and their short, familiar or neighbouring-language forms: a line each, the first one stands for all. */
const SAME_GIVEN_NAME = groups(`
william bill billy will willie liam
robert bob bobby rob robbie
richard rick dick ricky rich
michael mike mick mickey mikey mikhail mykhailo michel miguel
james jim jimmy jamie
john johnny jack jon ivan ioan juan
joseph joe joey jose yosef yusuf youssef
thomas tom tommy
charles charlie chuck carlos karl
edward ed eddie ted ned
elizabeth liz lizzie beth betsy betty eliza
katherine catherine kathryn kate katie kathy cathy kateryna ekaterina yekaterina katarina
margaret maggie meg peggy
alexander alex oleksandr aleksandr sasha alejandro aleksander
volodymyr vladimir wladimir
sergei sergey serhiy serhii sergii sergio
mykola nikolai nikolay nicholas nick nikolas nicolas
dmytro dmitry dmitri dmitriy
andriy andrei andrey andrew andy andre
pavlo pavel paul pablo
yevhen yevgeny evgeny evgeni eugene
oleksiy oleksii alexei aleksei alexey aleksey
petro pyotr peter pete pedro piotr petr
anthony tony
daniel dan danny
donald don donnie
david dave
stephen steven steve
christopher chris
matthew matt
gregory greg
jeffrey geoffrey jeff geoff
kenneth ken kenny
lawrence laurence larry
samuel sam sammy
benjamin ben benny bibi
patricia pat patty trish
patrick pat paddy
susan sue susie suzanne
deborah deb debbie
jennifer jen jenny
jessica jess jessie
rebecca becky
victoria vicky
timothy tim
ronald ron ronnie
raymond ray
frederick fred freddie
francis frank
gerald jerry
leonard len lenny
philip phillip phil philippe felipe
douglas doug
theodore theo
zachary zach
nathaniel nathan nate
alan allan allen al
albert bert
bernard bernie
`);

/**
 * True for two forms of one given name: of one family ("Bill" and "William"), or the same but for vowels and doubled letters
 * ("Mohammed" and "Mohamed"), where there is enough left to tell ("Dana" is not "Diana").
 */
export function isSameGivenName(a: string, b: string): boolean {
  if (a === b) return true;
  const family = SAME_GIVEN_NAME.get(a);
  if (family !== undefined && family === SAME_GIVEN_NAME.get(b)) return true;
  return Math.min(a.length, b.length) > 4 && consonants(a) === consonants(b);
}

function consonants(name: string): string {
  return spellingKey(name).replace(/(?<=.)[aeiou]/g, '');
}

/**
 * A family name without what transliterations differ in: "Zelensky", "Zelenskyy" and "Zelenskiy" share a key, as do
 * "Tchaikovsky" and "Chaykovskii". Ours; coarse on purpose, as it only ever compares names within one article.
 */
export function spellingKey(name: string): string {
  const known = SPELLING_KEYS.get(name);
  if (known !== undefined) return known;
  const key = withoutSpelling(name);
  if (SPELLING_KEYS.size >= MAX_SPELLING_KEYS) SPELLING_KEYS.clear();
  SPELLING_KEYS.set(name, key);
  return key;
}

/** Remembered, as each name of an article is compared with all others; what is remembered depends on the name alone. */
const SPELLING_KEYS = new Map<string, string>();
const MAX_SPELLING_KEYS = 10_000;

function withoutSpelling(name: string): string {
  return name
    .replace(/tch|tsch/g, 'ch')
    .replace(/sch/g, 'sh')
    .replace(/kh/g, 'h')
    .replace(/ph/g, 'f')
    .replace(/ou/g, 'u')
    .replace(/w/g, 'v')
    .replace(/(?:iy|yi|yy|ii|ij|yj|y|j)/g, 'i')
    .replace(/i+/g, 'i')
    .replace(/(.)\1+/g, '$1')
    .replace(/([aeou])i(?=[aeou])/g, '$1')
    .replace(/ie/g, 'e');
}
