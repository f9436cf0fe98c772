import { isAttitudeVerb, isReportingVerb } from '../reporting-verbs.ts';
import { wordSet } from '../text-document.ts';

/** Verbs by which people say, judge, demand, doubt or promise something. */
const VERBS = `accuse acknowledge add admit admonish advertise advise advocate affirm agree allege allude announce answer
apologize apologise appeal applaud appreciate argue articulate ask assail assert assess assume assure attack attest
attribute aver avow bash beg believe bemoan berate blame blast boast brag brand call categorize caution celebrate
characterize characterise chastise chide cite claim clarify comment commend complain concede conclude condemn
confess confirm congratulate contend contest contradict convey counsel criticise criticize critique dare debate
debunk declare decline decry deem defend demand denounce deny deplore deride describe disagree disavow disclose
discuss dismiss dispute doubt downplay dub echo elaborate email emphasise emphasize encourage endorse envision
estimate exclaim expect explain exhort express extol fault fear flag forecast foresee fret gripe grumble guarantee
guess hail highlight hint hope imagine imply indicate inform insinuate insist instruct interpret invoke joke judge
justify lament lash laud lecture liken maintain marvel mention mock mourn muse note object observe offer opine
outline pledge plead point ponder portray post praise preach predict proclaim profess project promise pronounce
propose protest question quip quote rail reaffirm reason reassure rebuff rebuke rebut recall recite recommend
recount refer refuse refute regard regret reiterate reject rejoin relate remark remember remind repeat reply report
request reply respond retort retweet reveal ridicule rip say scoff scold shout shrug slam specify speculate state
stress stipulate suggest summarize surmise suspect swear talk tease tell term testify text thank think threaten
tout tweet underline underscore understand urge verify view voice volunteer vow wager warn welcome whisper wonder
worry write yell`;

const IRREGULAR =
  wordSet(`said told wrote written thought felt knew known found swore sworn foresaw foreseen forecast read reads reading
understood statement statements claim claims view views opinion opinions belief beliefs argument arguments
accusation accusations allegation allegations criticism criticisms remark remarks comment comments warning warnings
prediction predictions suggestion suggestions assertion assertions insistence promise promises pledge pledges
demand demands concern concerns fear fears hope hopes complaint complaints denial denials question questions answer
answers praise tweet tweets according announcement announcements report reports estimate estimates assessment
conclusion finding findings testimony acknowledgment admission contention declaration description endorsement
explanation expectation expectations judgment notion proposal proposals recommendation reference references request
response responses speech threat threats vow verdict critical skeptical sceptical confident convinced certain sure
hopeful optimistic pessimistic concerned worried afraid adamant aware proud doubtful clear unaware`);

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
 * bill", "backs the bill" and "plans to run" for attributions: there the outlet tells what somebody did or is for, and a
 * reader who was told that they said so would be misled.
 */
export function isSpeechWord(lower: string): boolean {
  return FORMS.has(lower) || isReportingVerb(lower) || isAttitudeVerb(lower);
}
