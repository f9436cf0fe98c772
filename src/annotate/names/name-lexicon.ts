import { wordSet } from '../text-document.ts';

/** Titles and offices written before a person's name; not part of the name. */
export const PERSON_TITLES =
  wordSet(`mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir dame lord lady rev rev. reverend
father sister brother pope cardinal archbishop bishop rabbi imam ayatollah sheikh president vice premier minister ministers chancellor
secretary undersecretary senator senators sen sen. sens. rep rep. reps. representative congressman congresswoman gov gov. governor
mayor lt lt. gen gen. general col col. colonel maj maj. major capt capt. captain sgt sgt. sergeant adm adm. admiral cmdr commander
lieutenant cpl. corporal officer sheriff detective inspector superintendent deputy judge justice attorney prosecutor
ambassador envoy commissioner councillor councilman councilwoman councilmember delegate speaker leader chief chairman chairwoman chair ceo
cfo coo cto executive director spokesman spokeswoman spokesperson king queen prince princess duke duchess emperor sultan emir
crown coach manager hon. mp msgr. aide adviser advisor strategist pollster analyst economist author actor actress singer editor
correspondent reporter candidate nominee leader founder co-founder whip lawyer counsel solicitor counselor treasurer pastor uncle aunt
quarterback midfielder striker goalkeeper defender`);

/** Words that qualify an office ("Foreign Minister", "Acting Defense Secretary", "Senior White House"). */
export const TITLE_MODIFIERS =
  wordSet(`foreign prime former acting deputy vice senior special interim first defense defence
interior finance press chief assistant associate executive managing general attorney lieutenant major then-president ex-president
majority minority opposition national state republican democratic democrat conservative labour liberal independent retired late
lead top staff homeland security economic economy education health trade transport transportation energy housing environment agriculture labor
justice commerce treasury house senate supreme federal district county regional u.s u.s. us uk home shadow cabinet communications
counter budget campaign investment market policy city police army navy air naval fire crown assembly`);

/** Modifiers that, left alone before an office, name nothing. The others (House, Senate, U.S., Treasury) are bodies or places. */
export const EMPTY_MODIFIERS =
  wordSet(`foreign prime former acting deputy vice senior special interim first defense defence
interior finance press chief assistant associate executive managing general attorney lieutenant major majority minority opposition
national state republican democratic democrat conservative labour liberal independent retired late lead top staff economic
economy education health trade transport transportation energy housing environment agriculture labor justice commerce federal district county
regional shadow cabinet communications budget campaign investment market policy city police army navy naval fire crown home security
assembly homeland then-president ex-president`);

export const ORGANISATION_CUES =
  wordSet(`ministry department bank party university college school institute institution council
commission committee court agency authority bureau board office union league federation confederation association society
foundation fund organization organisation group corp corp. corporation inc inc. ltd ltd. llc plc co co. company companies holdings
airlines airways air times post journal news herald tribune press guardian television tv radio network media church army navy
force forces guard police service services administration house senate congress parliament assembly
knesset duma bundestag club united fc team brigade battalion center centre laboratory laboratories hospital clinic museum
exchange partners capital ventures securities motors electric energy oil gas pharmaceuticals line lines cruises shipping ferries railway logistics forum technologies systems industries
international airport front movement alliance coalition brotherhood command corps academy trust embassy consulate
investigations bureau broadcasting studios records entertainment pictures insurance financial telecom communications software labs
democrats republicans tories conservatives caucus taskforce nations treasury pentagon kremlin cabinet patrol watch mission chamber
secretariat cooperative airlines railways steel chemical foods brands stores hotels resorts nhs`);

export const PLACE_CUES =
  wordSet(`city county river lake mount mountain mountains island islands peninsula bay gulf sea ocean
strait straits valley desert province region district state states republic kingdom emirates street road avenue boulevard square
park bridge beach coast hills heights village town township port harbor harbour canal falls forest highway airport station
prison camp base stadium arena territory territories border plaza tower towers palace cape creek canyon oblast`);

export const EVENT_CUES =
  wordSet(`war wars summit olympics games cup championship championships open festival conference
convention election elections referendum revolution uprising hurricane storm typhoon cyclone earthquake tsunami agreement accord accords treaty
pact deal act amendment massacre battle awards prix marathon tournament bowl crisis holocaust brexit christmas easter
ramadan primary primaries debate derby series oscars grammys emmys protocol plan bill memorandum trial trials inquiry covenant compact charter protests spring crusade day`);

/** Titles that a ship may bear as its name with "the" before it: "the Lady Aurelie". */
export const SHIP_TITLES = wordSet(
  'lady lord king queen prince princess duke duchess empress sir captain admiral sister brother father',
);

/** Words before the name of a ship: "the ferry Lady Aurelie", "a sister ship, the Lady Aurelie". */
export const SHIP_NOUNS =
  wordSet(`ship ships ferry vessel vessels boat yacht tanker freighter trawler steamer frigate destroyer cruiser submarine
carrier schooner tugboat tug liner barge warship cargo-ship lifeboat icebreaker catamaran`);

export const WORK_CUES = wordSet(
  `order bible koran quran constitution declaration novel album symphony magazine`,
);

/** Heads that take "of …" or "for …" into the name: "Bank of England", "Center for American Progress". */
export const OF_HEADS =
  wordSet(`bank ministry university department house church bay isle gulf city republic kingdom council court
board bureau office federation union league institute institution academy college school museum society order army party strait
sea cape mount lake battle treaty declaration duke duchess prince princess king queen earl archbishop bishop district state states
commonwealth chamber association organization organisation community center centre committee coalition alliance
confederation assembly movement front fund foundation hall conference joint chiefs corps guard
statue tower temple port people's province region world group daughters sons knights game
rock art arts campaign agency campaign committee initiative commission authority network campaign parliament trust ministries emirate`);

/** Lower-case words inside personal and place names. */
export const PARTICLES =
  wordSet(`de la le las los van von der den del della di da do dos du des bin ibn al el ben abu ter ten
zu zur y e af av und ul ur`);

/** What follows a hyphen that is not part of the name: "US-led", "London-based". */
export const HYPHEN_SUFFIX =
  /^(?:\p{Ll}+ed|born|era|wide|style|like|run|made|held|built|only|free|friendly|related|specific|plus|bound|area|type|level|day|year|old|long|elect|general|aligned|headed|driven|leaning|heavy|ready|first|linked|listed|turned|themed|rich|esque|ish)$/u;

export const CALENDAR =
  wordSet(`monday tuesday wednesday thursday friday saturday sunday january february march april may june
july august september october november december mon. tues. wed. thurs. fri. sat. sun. jan. feb. mar. apr. jun. jul. aug.
sept. oct. nov. dec. mondays tuesdays wednesdays thursdays fridays saturdays sundays jan feb aug sept oct nov dec
today tomorrow yesterday spring summer autumn winter`);

/** Months that are also given names or surnames. */
export const AMBIGUOUS_MONTHS = wordSet('may march april june august');

/** Capitalised words that name nothing by themselves. */
export const NOT_NAMES =
  wordSet(`i ceo ceos cfo coo cto tv tvs dna am pm a.m. p.m. a.m p.m ok gdp aids hiv utc gmt est edt bst pst photo file
video breaking exclusive update watch read more follow us. mr. mrs. ms. mr mrs ms dr dr. no no. vs vs. etc ad bc internet web god gods
lgbt lgbtq pr hr it i'm i've i'll i'd id faq rip omg lol usd eur gbp advertisement related image images caption copyright
click here share subscribe newsletter email getty et atm dvd cd pc vip phd bbq ipo ipos etf etfs mps mp suv suvs pac pacs
gop-led faq pdf url html a b c d e f g h j k l m n o p q r s t v w x y z ii iii iv vi vii viii ix co2 covid tba tbc wi-fi
afternoon morning evening night`);

/** Names that keep their "'s". */
export const POSSESSIVE_NAMES =
  wordSet(`moody mcdonald sotheby christie macy wendy levi sainsbury domino lloyd kohl lowe
sam papa victoria dick trader denny arby kellogg ben jerry chili applebee bloomingdale alzheimer parkinson dunkin reader`);

export const FIRST_NAMES =
  wordSet(`aaron abdul abdullah abraham adam adrian ahmad ahmed aisha alan albert alberto alejandro alex
alexander alexandra alexei alfred ali alice alicia alison allen amanda amber amy ana andre andrea andreas andrei andres andrew andy
angela angelo anita ann anna anne annie anthony antonio anton ariel arthur ashley ashraf barack barbara barry bashar beatrice
ben benjamin bernard bernie beth betsy bill billy bob bobby boris brad bradley brandon brenda brett brian bruce bryan caitlin
cameron carl carla carlos carly carol caroline catherine cecilia charles charlie charlotte chelsea cheryl chris christian christina
christine christopher chuck cindy claire clara claude claudia clayton cliff colin condoleezza connor corey cory craig crystal
curtis cynthia dale dan daniel daniela danielle danny darren dave david dean deborah debra denis denise dennis derek diana diane
diego dilma dmitry dominic don donald donna doris dorothy doug douglas duncan dylan ed eddie edgar edith eduardo edward edwin
elaine eleanor elena eli elijah elizabeth ella ellen elliott elon emily emma emmanuel enrique eric erik erin ernest esther
ethan eva evan evelyn fatima felipe felix fernando florence frances francesco francis francisco francois frank franklin fred
frederick gabriel gareth gary gavin gene geoffrey george gerald gerard gerhard gina giovanni giuseppe glen glenn gloria gordon
grace graham grant greg gregory guillermo gustavo guy hannah hans harold harriet harry harvey hassan heather hector heidi heinz helen
helmut henri henry herbert herman hillary howard hugh hugo hussein ian ibrahim igor irene iris isaac isabel ivan ivanka jack
jackie jacob jacques jair james jamie jan jane janet jared jason javier jay jean jeff jeffrey jennifer jenny jens jeremy jerome
jerry jesse jessica jill jim jimmy joan joanna joe joel johan johannes john johnny jon jonathan jordan jorge jose josef joseph
josh joshua joy joyce juan judith judy julia julian julie justin kamala karen karl kate katherine kathleen kathy katie kay
keith kelly ken kenneth kerry kevin kim kirsten kirstjen kristen kristin kurt kyle larry laura lauren laurence lawrence leah
lee lena leo leon leonard leonardo leslie lewis liam lillian linda lindsey lisa liz lloyd logan lois lorenzo louis louise lucas
lucy luis luke lynn madeleine madison mahmoud malcolm manuel marc marcel marco marcus margaret maria mariano marie marilyn marina
mario marion mark marsha martha martin marvin mary mathew matt matteo matthew maureen maurice max maxine megan mehmet melania
melinda melissa michael michel michele michelle miguel mike mikhail mitch mitt mohamed mohammad mohammed mohammad moshe muhammad
mustafa nadia nancy naomi narendra natalia natalie natasha nathan neil nicholas nick nicola nicolas nicole nigel nikki nikolai
nina noah noam norman oleg oliver olivia olga omar oprah orrin oscar osama otto owen pablo pamela pat patricia patrick paul
paula pedro peggy penny pete peter petro phil philip philippe phillip pierre pranab priya rachel rafael rahul raj ralph ramon
randy raul ray raymond rebecca recep reginald rene rex ricardo richard rick rob robert roberto robin rod rodrigo rodrigo roger
roland ron ronald rosa rosie ross roy rudolph rudy rupert russell ruth ryan sabrina sally salman sam samantha samuel sandra
sara sarah saul scott sean sebastian serena serge sergei sergey sergio seth shannon sharon shawn sheila shinzo shirley silvio
simon sofia sonia sophia sophie stanley stefan stella stephanie stephen steve steven stuart sue susan susanna suzanne sven
sylvia tammy tara tariq tayyip ted terence teresa terri terry theodore theresa thomas tim timothy tina todd tom tommy toni
tony tracy travis trevor tyler ursula valerie vanessa vera vernon veronica victor victoria viktor vincent virginia vitaly vivian
vladimir volodymyr walter wanda warren wayne wendy wesley wilbur wilfred wilhelm will william winston wolfgang xavier xi yasser yulia yuri
yusuf yves zachary zoe`);
