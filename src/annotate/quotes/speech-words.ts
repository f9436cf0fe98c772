import { isAttitudeVerb, isReportingVerb } from '../reporting-verbs.ts';
import { wordSet } from '../text-document.ts';

/** Verbs that are said things or views: besides those of saying, verbs of praise, blame, demand, doubt and promise. */
const VERBS = `accept accuse acknowledge add address admit admonish advertise advise advocate affirm agree allege allude announce
answer apologize apologise appeal applaud appreciate argue articulate ask assail assert assess assume assure attack attest attribute
aver avow back bash beg believe bemoan berate blame blast boast brag brand brief call categorize caution celebrate challenge champion
characterize characterise charge chastise chide cite claim clarify comment commend communicate compare complain concede conclude
condemn confess confirm congratulate consider contend contest contradict convey counsel counter criticise criticize critique dare debate
debunk decide declare decline decry deem defend demand denounce deny deplore depict deride describe detail dictate disagree disavow
disclose discuss dismiss dispute distance doubt downplay dub echo elaborate email embrace emphasise emphasize encourage endorse envision
estimate exclaim expect explain exhort express extol fault favor favour fear fire flag forecast foresee frame fret gripe grumble guarantee
guess hail highlight hint hope imagine imply indicate inform insinuate insist instruct interpret invoke joke judge justify label lament
lash laud lecture liken list maintain marvel mean mention mock mourn muse name note notify object observe offer opine oppose order
outline paint persuade phrase play pledge plead point ponder portray post praise preach predict press proclaim profess project promise
promote pronounce propose protest push question quip quote rail raise rate reaffirm reason reassure rebuff rebuke rebut recall recite
recommend recount refer refuse refute regard regret reiterate reject rejoin relate relay remark remember remind repeat reply report
represent request reply respond retort retweet reveal ridicule rip rule say scoff scold shout show shrug signal slam speak specify speculate
stand state stress stipulate stump submit suggest summarize support surmise suspect swear sympathize talk tease tell term testify text
thank think threaten tout tweet underline underscore understand urge verify view voice volunteer vow wager warn welcome whisper wonder
worry write yell`;

const IRREGULAR =
  wordSet(`said told wrote written spoke spoken thought felt knew known meant found held swore sworn foresaw foreseen forecast
read reads reading understood withdrew sought taught drew
statement statements claim claims view views opinion opinions belief beliefs argument arguments accusation accusations
allegation allegations criticism criticisms remark remarks comment comments warning warnings prediction predictions suggestion
suggestions assertion assertions insistence promise promises pledge pledges call calls demand demands concern concerns fear fears
hope hopes complaint complaints denial denials question questions answer answers support opposition praise tweet tweets according
announcement announcements report reports estimate estimates assessment conclusion finding findings testimony acknowledgment admission
contention declaration description endorsement explanation expectation expectations judgment notion proposal proposals recommendation
reference references request response responses speech threat threats vow verdict critical skeptical sceptical confident convinced certain
sure hopeful optimistic pessimistic concerned worried afraid adamant aware proud doubtful clear unaware supportive`);

const FORMS: ReadonlySet<string> = new Set([...IRREGULAR, ...VERBS.trim().split(/\s+/).flatMap(formsOf)]);

/** Regular forms of a verb: "deny" denies, denied, denying; "brag" bragged. */
function formsOf(verb: string): string[] {
  const last = verb.at(-1) ?? '';
  if (/[^aeiou]y$/.test(verb))
    return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  const third = /(?:s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`;
  if (last === 'e') return [verb, third, `${verb}d`, `${verb.slice(0, -1)}ing`];
  return [verb, third, `${verb}ed`, `${verb}ing`, `${verb}${last}ed`, `${verb}${last}ing`];
}

/**
 * Whether a word is one by which somebody says, writes, thinks or judges something. PolNeAR also takes "signed the
 * bill" and "plans to run" for attributions: there the outlet tells what somebody did, and nobody is quoted.
 */
export function isSpeechWord(lower: string): boolean {
  return FORMS.has(lower) || isReportingVerb(lower) || isAttitudeVerb(lower);
}
