const ENGLISH = `a about above after again against all also am an and any are as at be because been before being below
between both but by can could did do does doing down during each few for from further had has have having he her here
hers herself him himself his how however i if in into is it its itself just let may me might mine more most much must my
myself no nor not now of off on once one only or other our ours ourselves out over own per said same say says she should
since so some such than that the their theirs them themselves then there these they this those though through to told
too two under until up upon us very via was we were what when where which while who whom whose why will with within
without would yet you your yours yourself yourselves`;

/** Function words of English and the reporting verbs that say nothing about a story's subject. */
export const STOP_WORDS: ReadonlySet<string> = new Set(ENGLISH.split(/\s+/));
