import { wordSet } from './text-document.ts';

/** Verbs of saying in the forms news uses: they introduce what somebody said or wrote. */
const STRONG =
  wordSet(`said says say saying told tells tell telling wrote writes write tweeted tweets added adds asked asks replied
replies stated states declared declares announced announces explained explains insisted insists argued argues claimed claims warned
warns acknowledged acknowledges admitted admits confirmed confirms denied denies suggested suggests noted notes predicted predicts
concluded concludes stressed stresses recalled recalls remarked responded responds observed testified alleged alleges asserted
asserts contended contends maintained maintains reiterated urged urges vowed vows pledged promised quipped joked shouted yelled
complained conceded cautioned commented estimated estimates reported reports revealed revealed disclosed emphasized emphasised
lamented countered posted exclaimed opined continued read reads reading`);

/** Verbs of thinking and judging: with a that-clause they report a view. */
const WEAK =
  wordSet(`believe believes believed think thinks thought hope hopes hoped fear fears feared expect expects expected
know knows knew feel feels felt agree agrees agreed doubt doubts doubted find finds found show shows showed indicate indicates
indicated signaled signalled hinted accused accuses blamed praised criticized criticised called calls described describes
dismissed demanded demands ordered proposed insist mean suspect`);

export function isReportingVerb(lower: string): boolean {
  return STRONG.has(lower);
}

/** Verbs that report only when a clause ("that …") or a quotation follows. */
export function isAttitudeVerb(lower: string): boolean {
  return WEAK.has(lower);
}
