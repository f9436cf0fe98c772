import { wordSet } from './text-document.ts';

/**
 * Words that name events, harm, law and weather as they are: they occur in judging sentences, too, but reporting cannot
 * do without them. Written for this project.
 */
const PLAIN =
  wordSet(`killed kill kills killing die died dies dying dead death deaths injured injury wounded wound hurt
murder murdered murders homicide attack attacked attacks assault assaulted assaults rape raped shooting shot shootings stabbed
bomb bombs bombing bombed blast explosion exploded fire fires burned crash crashed collision storm storms hurricane flood floods
flooded flooding earthquake drought outbreak pandemic virus disease crisis crises emergency war wars battle conflict fighting
violence violent riot riots protest protests protested clash clashes arrest arrested arrests jail jailed prison charged charges
charge convicted conviction sentenced guilty accused accuse accuses accusing accusation accusations alleged allege alleges allegedly
alleging allegation allegations crime crimes criminal criminals suspect suspects victim victims abuse abused harassment fraud
corruption bribery lawsuit sued sue lawsuits illegal illegally unlawful undocumented immigrant immigrants migrants refugees
terrorism terrorist terrorists militants failed fail fails failing failure failures lost lose loses losing loss losses won win wins
winning defeat defeated defeats drop dropped fell fall rose rise surge fired resigned ousted removed banned ban bans blocked
rejected reject rejects opposed oppose opposes criticized criticised criticism denied deny denies warned warn warns threat threats
poverty hunger unemployment cancer suicide overdose addiction drug drugs gun guns weapon weapons abortion slavery genocide racism
discrimination segregation inequality white black pic photo reprint permission copyright advertisement`);

/** Words that judge as verbs only: "the minister claims", but "an insurance claim". */
const PLAIN_NOUNS = wordSet(
  'claim claims grasp boast dump slam blast storm flood force forces push drive concern concerns',
);

export function isPlainWord(lower: string): boolean {
  return PLAIN.has(lower);
}

export function isPlainNoun(lower: string): boolean {
  return PLAIN_NOUNS.has(lower);
}
