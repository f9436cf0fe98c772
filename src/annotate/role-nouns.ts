import { wordSet } from './text-document.ts';

/** Offices and occupations: what a description must have as its head. */
export const ROLE_NOUNS =
  wordSet(`president vice-president premier minister chancellor secretary undersecretary senator representative
congressman congresswoman governor mayor lieutenant general colonel major captain sergeant admiral commander chief officer sheriff
detective inspector superintendent deputy judge justice attorney prosecutor ambassador envoy commissioner councillor councilor councilman
councilwoman delegate speaker leader chairman chairwoman chairperson chair ceo cfo coo cto executive director spokesman spokeswoman
spokesperson king queen prince princess duke duchess emperor sultan emir pope cardinal archbishop bishop imam ayatollah rabbi
coach manager mp aide adviser advisor strategist pollster analyst economist author actor actress singer editor correspondent
reporter journalist columnist candidate nominee founder co-founder cofounder lawyer counsel solicitor treasurer pastor professor lecturer
researcher scientist historian expert fellow scholar doctor physician surgeon nurse teacher student activist campaigner organizer
organiser lobbyist lawmaker legislator congressmember parliamentarian politician democrat republican diplomat negotiator
mediator head boss owner partner investor billionaire entrepreneur developer producer filmmaker comedian actor musician rapper
painter writer novelist poet host anchor presenter broadcaster pilot engineer farmer worker resident widow wife husband son
daughter mother father brother sister veteran soldier rebel warlord dictator ruler guard banker trader strategist consultant contractor
president-elect member coordinator administrator inspector comptroller auditor trustee curator architect designer player striker
midfielder quarterback goalkeeper champion athlete lord sheikh crown lady official principal dean rector chairman whip
vice premier tycoon magnate mogul survivor neighbour neighbor marshal brigadier corporal private lieutenant-general
secretary-general director-general governor-general attorney-general vice-chancellor vice-chairman friend colleague cousin uncle aunt
nephew niece grandson granddaughter grandfather grandmother fiance fiancee girlfriend boyfriend partner son-in-law brother-in-law
driver miner fisherman baker butcher carpenter electrician plumber mechanic waiter waitress chef barber clerk cashier
accountant bookkeeper librarian translator interpreter photographer dancer model conductor composer drummer guitarist pianist
violinist playwright screenwriter critic blogger publisher agent recruiter broker trader shopkeeper businessman businesswoman
industrialist philanthropist heir heiress monk nun priest vicar deacon chaplain missionary theologian philosopher
sociologist psychologist psychiatrist virologist epidemiologist biologist physicist chemist astronomer meteorologist geologist
seismologist archaeologist anthropologist veterinarian pharmacist dentist midwife paramedic firefighter policeman policewoman constable
trooper ranger sailor airman paratrooper sniper gunman fighter militant cleric preacher elder chieftain senator-elect
governor-elect mayor-elect intern trainee apprentice volunteer retiree pensioner tenant landlord homeowner victim witness
suspect defendant plaintiff juror whistleblower informant spy hacker programmer technician operator foreman supervisor janitor
undersecretary vice-minister plenipotentiary consul attache attorneys registrar ombudsman bailiff magistrate alderman selectman
assemblyman assemblywoman freshman sophomore swimmer runner cyclist boxer golfer skier jockey umpire referee goalie defender
forward winger pitcher catcher laureate mastermind chairlady deputy-governor co-chair co-owner co-author co-host moderator
congressperson assemblymember councilmember insider loyalist confidant confidante ally rival opponent challenger incumbent
successor-designate ringleader leader-elect mentor tutor trainer captain-general monarch operative staffer contender hopeful stalwart surrogate mastermind evangelist televangelist megadonor donor fundraiser bundler heavyweight oligarch kingpin financier hedge-fund commentator pundit broadcaster newsman newswoman anchorman anchorwoman showrunner choreographer sculptor illustrator cartoonist curator grandmaster bassist frontman bandleader singer-songwriter rabbi prelate mullah emissary attache legate nuncio empress tsar czar vizier shah`);

/** Courtesy titles say nothing about what somebody is. */
export const COURTESY = /^(?:mr|mrs|ms|miss|dr|sir|dame|madam)\.?$/;

/** Titles as abbreviated before a name. */
export const ABBREVIATED_TITLES: ReadonlyMap<string, string> = new Map([
  ['gen.', 'general'],
  ['sen.', 'senator'],
  ['sens.', 'senator'],
  ['rep.', 'representative'],
  ['reps.', 'representative'],
  ['gov.', 'governor'],
  ['govs.', 'governor'],
  ['lt.', 'lieutenant'],
  ['col.', 'colonel'],
  ['capt.', 'captain'],
  ['sgt.', 'sergeant'],
  ['prof.', 'professor'],
  ['adm.', 'admiral'],
  ['cmdr.', 'commander'],
  ['maj.', 'major'],
  ['brig.', 'brigadier'],
  ['atty.', 'attorney'],
  ['pres.', 'president'],
  ['cpl.', 'corporal'],
  ['del.', 'delegate'],
  ['amb.', 'ambassador'],
  ['supt.', 'superintendent'],
]);

/** Words before the head that are part of the office's name ("prime minister", "chief financial officer"). */
export const OFFICE_MODIFIERS =
  wordSet(`prime vice deputy first-deputy assistant associate foreign defence defense finance interior home justice health
education energy environment trade labor labour transport transportation agriculture commerce treasury culture sports
tourism housing economy economic industry information communications security national intelligence homeland police fire army navy air
force chief attorney solicitor lieutenant major brigadier executive managing financial operating technology medical legal press
special crown shadow opposition majority minority parliamentary campaign general district state supreme party rebel bus truck
taxi majority-whip chief-executive white-house senior-vice under secretary district field human rights
humanitarian environmental political communications budget counterterrorism cybersecurity technical creative editorial artistic athletic
head team football basketball baseball assistant-secretary public defence-secretary minority water
science social affairs resources minister-counsellor speaker justice-minister immigration customs border veterans drug
counsel privy lord honorary permanent private registered real estate flight prison news sports senior`);

/** Behind "of", what belongs to the name of the office ("secretary of state", "chief of staff"). */
export const OFFICE_OF =
  /^(?:state|staff|defen[cs]e|war|commerce|labou?r|justice|the exchequer|appeals|naval operations|police|mission)$/;

/** Kin and company: of a person, never of a body. */
export const RELATIONS =
  wordSet(`wife husband son daughter mother father brother sister widow friend colleague cousin uncle aunt nephew niece
grandson granddaughter grandfather grandmother fiance fiancee girlfriend boyfriend son-in-law brother-in-law neighbour neighbor
ally rival opponent challenger mentor confidant confidante`);
