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
vice premier tycoon magnate mogul survivor neighbour neighbor`);

/** Courtesy titles say nothing about what somebody is. */
export const COURTESY = /^(?:mr|mrs|ms|miss|dr|sir|dame|madam)\.?$/;
