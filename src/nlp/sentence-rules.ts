import { BEFORE_NUMBER, NEVER_FINAL, SOMETIMES_FINAL, STARTERS } from './abbreviations.ts';

/** What a language's full stops may belong to, beside the end of a sentence. All words in lower case, without their stop. */
export interface SentenceRules {
  /** A name or number follows these: their stop ends no sentence. */
  readonly neverFinal: ReadonlySet<string>;
  /** What follows these decides. */
  readonly sometimesFinal: ReadonlySet<string>;
  /** Their stop is theirs only before a number. */
  readonly beforeNumber: ReadonlySet<string>;
  /** Words that open a sentence far more often than they continue a name. */
  readonly starters: ReadonlySet<string>;
  /** True where "3." is "third": a noun may follow it in capitals. */
  readonly dottedOrdinals: boolean;
  /** The only abbreviations written in lower case that end no sentence; null where case says nothing. */
  readonly lowerCase: ReadonlySet<string> | null;
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));
const NONE: ReadonlySet<string> = new Set();

const ENGLISH: SentenceRules = {
  neverFinal: NEVER_FINAL,
  sometimesFinal: SOMETIMES_FINAL,
  beforeNumber: BEFORE_NUMBER,
  starters: STARTERS,
  dottedOrdinals: false,
  lowerCase: words('vs v viz cf c ca approx incl dept asst'),
};

const GERMAN: SentenceRules = {
  neverFinal: words(`dr prof hr fr frl st sr ing dipl mag med jur phil rer nat hl abg geb gen kard msgr
bzw bspw vgl sog ca evtl ggf inkl insb v vs abs nr art kap bd aufl tel jh jhdt`),
  sometimesFinal: words('co ag fa usw etc str mio mrd mill tsd uhr u.a z.b d.h u.ä u.v.m n.chr v.chr'),
  beforeNumber: words('nr abs art kap bd s str jan feb mär apr jun jul aug sept okt nov dez'),
  starters:
    words(`der die das den dem des ein eine einer eines er sie es wir ihr ich man in im am an auf aus bei mit
nach von vor zu zum zur für über unter und aber oder doch denn auch als wenn weil da dass dieser diese dieses sein seine
ihre ihr kein keine nicht nun so dann danach dort hier heute gestern morgen jetzt seit bis wer was wie wo warum laut
niemand keiner alle viele andere beide`),
  dottedOrdinals: true,
  lowerCase: null,
};

const FRENCH: SentenceRules = {
  neverFinal: words(
    'm mm mme mmes mlle dr drs pr mgr me st ste av al cf art no vol ch p pp env sr fig p.-d g',
  ),
  sometimesFinal: words('etc j.-c cie s.a r.d.c co apr tel'),
  beforeNumber: words('no art al p vol ch fig'),
  starters:
    words(`le la les l un une des il elle ils elles on nous vous je ce c cette ces cet son sa ses leur leurs
mais et ou donc or ni car en dans sur sous pour par avec sans à au aux de du d depuis selon après avant qui que quand
comme si tout tous personne rien aucun l'entretien pourquoi`),
  dottedOrdinals: false,
  lowerCase: null,
};

const SPANISH: SentenceRules = {
  neverFinal:
    words(`sr sra srta sres sras dr dra d da dña prof profa gral cnel cap tte ing lic arq mons st sta sto
av avda ud uds vd núm nº n.º art pág págs cf p.ej ej fig`),
  sometimesFinal: words('etc ee.uu ee uu s.a s.l cía a.m p.m a.c d.c m'),
  beforeNumber: words('núm art pág fig vol'),
  starters:
    words(`el la los las un una unos unas lo él ella ellos ellas yo nosotros y e o u pero en de del por para con
sin sobre desde hasta tras según a al ante bajo entre este esta estos estas ese esa eso esto su sus mi no ni si que
cuando como donde quien nadie nada todo todos también ya hoy ayer después luego`),
  dottedOrdinals: false,
  lowerCase: null,
};

const ITALIAN: SentenceRules = {
  neverFinal:
    words(`sig sigg sig.ra sig.na dott dott.ssa prof prof.ssa on avv ing arch geom rag gen col cap mons sen
s ss st p.zza v.le art artt n nn pag pagg cfr vol fig cap tel d`),
  sometimesFinal: words('ecc a.c d.c s.p.a s.r.l spa srl'),
  beforeNumber: words('art n nn pag vol fig'),
  starters:
    words(`il lo la i gli le l un uno una egli lui lei essi loro io noi voi e o ma in di del della dei a al alla da
dal con su per tra fra questo questa questi quello suo sua suoi non né se che quando come dove chi nessuno niente tutto
tutti anche già oggi ieri poi dopo è`),
  dottedOrdinals: false,
  lowerCase: null,
};

const PORTUGUESE: SentenceRules = {
  neverFinal:
    words(`sr sra srs sras srta dr dra drs d prof profa profª eng arq gen cel cap ten mons st sta sto av r n.º
nº art pág págs cf fig exmo exma pe fr v ex`),
  sometimesFinal: words('etc u.e e.u.a eua s.a ltda cia a.c d.c'),
  beforeNumber: words('art pág fig vol n'),
  starters:
    words(`o a os as um uma uns umas ele ela eles elas eu nós e ou mas em no na nos nas de do da dos das por para
com sem sobre desde até após segundo ao à este esta isto esse essa isso seu sua não nem se que quando como onde quem
ninguém nada tudo todos também já hoje ontem depois`),
  dottedOrdinals: false,
  lowerCase: null,
};

const UKRAINIAN: SentenceRules = {
  neverFinal:
    words(`вул м ім с смт просп пров бул пл буд кв обл р-н див проф акад доц д-р канд гр пп св ст п пп напр
т зв тобто т.зв ред рис табл`),
  sometimesFinal: words('р рр т.д т.п ін тис млн млрд грн коп н.е ст год хв сек'),
  beforeNumber: words('п пп ст рис табл т'),
  starters:
    words(`він вона воно вони ми ви я ти це цей ця ці той та ті в у на з із зі до від за для по при про над під
перед після і й та а але або чи що як коли де хто якщо бо також тепер тоді потім ще вже не ні його її їх наш усі всі
решта ніхто нічого торік сьогодні вчора`),
  dottedOrdinals: false,
  lowerCase: null,
};

const RUSSIAN: SentenceRules = {
  neverFinal:
    words(`ул им пос с просп пер бул пл д кв обл р-н см проф акад доц д-р канд гр св ст п пп напр т е к н
т.е т.к т.н ред рис табл стр`),
  sometimesFinal: words('г гг т.д т.п др пр тыс млн млрд руб коп н.э в вв час мин сек'),
  beforeNumber: words('п пп ст рис табл т стр'),
  starters:
    words(`он она оно они мы вы я ты это этот эта эти тот та те в во на с со из к от до за для по при о об над под
перед после и а но или что как когда где кто если также теперь тогда потом ещё еще уже не ни его её их наш все всё
остальные остальное никто ничего сегодня вчера было`),
  dottedOrdinals: false,
  lowerCase: null,
};

const ARABIC: SentenceRules = {
  neverFinal: words('د أ م ج ص'),
  sometimesFinal: NONE,
  beforeNumber: words('ص ج م'),
  starters: NONE,
  dottedOrdinals: false,
  lowerCase: null,
};

const RULES: ReadonlyMap<string, SentenceRules> = new Map([
  ['de', GERMAN],
  ['fr', FRENCH],
  ['es', SPANISH],
  ['it', ITALIAN],
  ['pt', PORTUGUESE],
  ['uk', UKRAINIAN],
  ['ru', RUSSIAN],
  ['ar', ARABIC],
]);

/** The rules of a language; those of English where there are none. */
export function sentenceRules(language: string): SentenceRules {
  return RULES.get(language) ?? ENGLISH;
}
