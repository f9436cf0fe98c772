import type { RecurringKind } from '../../core/recurring.ts';

const DAY = `(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:['’]s)?`;
const MONTH = String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?`;

/** A title that is its kind by itself. */
export interface TitleShape {
  readonly kind: RecurringKind;
  readonly pattern: RegExp;
}

const shape = (kind: RecurringKind, pattern: string): TitleShape => ({
  kind,
  pattern: new RegExp(pattern, 'iu'),
});

/**
 * Shapes of titles, in English and, for the words papers have for them, in German, French, Spanish, Italian and
 * Portuguese. Each is narrow: "quiz" as a verb, "the race for the crossword crown", "photos show damage" are news.
 */
export const TITLE_SHAPES: readonly TitleShape[] = [
  shape(
    'quiz',
    String.raw`(?:^|[:|–—-]\s*)(?:(?:the |our |weekly |daily |weekend |big |news |sports? |general knowledge |picture |pub |${DAY} )+)?(?:quiz|trivia)(?:\s*(?:[:|–—#?!-]|$|of the|no\.?|\d))`,
  ),
  shape(
    'quiz',
    String.raw`^(?:(?:take|test yourself|play) (?:on |with )?(?:our|the|this) [^.]{0,40}\bquiz\b|test your (?:knowledge|memory|wits|news)|can you (?:name|guess|identify|spot|score|pass)\b|how (?:well|much) do you (?:know|remember)\b|das quiz|le quiz|el quiz)`,
  ),
  shape(
    'quiz',
    String.raw`\b(?:news|sports?|current affairs|general knowledge|weekly|weekend|${DAY}) quiz\b(?! (?:show|team|league|master))`,
  ),
  shape(
    'puzzle',
    String.raw`^(?:(?:today['’]s|daily|the|${DAY}|quick|cryptic|mini|prize|easy|hard|medium|killer|weekend) )*(?:crossword|sudoku|wordle|wordsearch|kakuro|spelling bee|kreuzworträtsel|mots croisés|crucigrama)\b(?:\s*(?:[:|,–—#-]|$|no\.?\s?\d|\d|puzzle|answers?|hints?|clues?|solution|for |today|vom |du |del ))`,
  ),
  shape(
    'puzzle',
    String.raw`\b(?:wordle|connections|strands|quordle|spelling bee|nyt mini|crossword) (?:today|hints?|answers?|clues?|solution|answer today)\b|\b(?:hints?|clues?|answers?|solutions?) (?:and (?:hints?|clues?|answers?) )?(?:for|to) (?:today['’]s |the )?(?:[a-z]+ )?(?:wordle|connections|strands|quordle|crossword|sudoku|spelling bee|puzzle)`,
  ),
  shape(
    'horoscope',
    String.raw`^(?:[^:]{0,30}\b)?(?:horoscopes?|horoskop|horóscopo|oroscopo|horoscope du jour)\b(?! app\b| apps\b| industry\b)|^your (?:stars|daily stars|zodiac)\b|\bdaily astrolog`,
  ),
  shape(
    'lottery',
    String.raw`\b(?:lotto|lottery|powerball|mega millions|euromillions|euromillones|thunderball|lottozahlen|set for life|national lottery|satta|tattslotto|keno)\b[^.]{0,40}\b(?:results?|numbers|draw(?:n)?|winning numbers|live|gewinnzahlen|resultados|tirage|résultats?)\b`,
  ),
  shape(
    'lottery',
    String.raw`^(?:winning numbers|lottozahlen|résultats? (?:du )?loto|resultados (?:de la )?loter[ií]a)\b`,
  ),
  shape(
    'live-scores',
    String.raw`\b(?:live scores?|scores? live|live score updates?|live scorecard|ball[- ]by[- ]ball|scoreboard)\b`,
  ),
  shape(
    'live-scores',
    String.raw`^(?:${DAY} |today['’]s |${MONTH} \d+ |(?:nba|nfl|mlb|nhl|prep|high school|local|college|area|football|soccer|basketball|baseball|afl|epl|premier league) )+(?:scores|results|fixtures|box scores?|schedules?|standings|roundup)(?:\s*[:|,–—-]|$| and\b| for\b)`,
  ),
  shape(
    'newsletter',
    String.raw`^(?:the |your |our |${DAY} |daily |weekly )*(?:morning|evening|afternoon|lunchtime|midday|${DAY}|daily|weekend|weekly) (?:briefing|brief|newsletter|digest|bulletin|roundup|round-up|wrap|rundown|headlines|news briefing|cheat sheet|memo|update)\b(?:\s*[:|,.–—(-]|$| for\b)`,
  ),
  shape(
    'newsletter',
    String.raw`\b(?:morning|evening|politics|business|science|sports?|tech|money|climate|world|${DAY}) (?:briefing|newsletter)\b\s*(?:[:|–—-]|$)|^newsletter\b\s*[:|–—-]|^good (?:morning|evening)\s*[,:!]`,
  ),
  shape(
    'newsletter',
    String.raw`^(?:(?:the )?(?:\d+|three|four|five|six|seven|ten) (?:things|stories|headlines) (?:(?:you )?(?:need|have|want) to know|to know|to watch|to start)(?: (?:about )?(?:today|this morning|this week(?:end)?|(?:for|on) (?:${DAY}|${MONTH} \d)|before|your day|in (?:business|politics|tech|the news).*)|\s*[:|–—-].*|$)|what (?:you need )?to know (?:today|this morning|for ${DAY}|on ${DAY}|this week)|what we(?:['’]re| are) (?:reading|watching|following) (?:today|this)|(?:today|the week|the day|this week|this morning) in (?:brief|headlines|review|news)\b|(?:news in brief|week in review|world in brief|press review|what the papers say|newspaper headlines|front pages?)\b\s*(?:[:|,–—-]|$|for\b))`,
  ),
  shape(
    'gallery',
    String.raw`^(?:in (?:pictures|photos|pics)|photos? of the (?:day|week|month)|pictures? of the (?:day|week|month)|(?:the )?(?:week|month|year|day) in (?:pictures|photos|images)|photo galler(?:y|ies)|gallery|slideshow|the best (?:photos|pictures)|bilder des tages|en (?:images|imágenes))\b(?!\s+(?:owner|director|curator|opens|shows))`,
  ),
  shape(
    'gallery',
    String.raw`(?:[:|–—-]\s*in (?:pictures|photos|pics)|\((?:photos|pictures|gallery)\)|[:|–—-]\s*(?:photo )?gallery|\bphotos? of the (?:day|week))\s*$`,
  ),
  shape(
    'tv-schedule',
    String.raw`\b(?:what['’]s on (?:tv|television|telly|netflix|stan|the box)|(?:tv|television|radio) (?:guide|listings?|schedule|highlights|tonight|programm)|tonight['’]s tv|tonight on tv|(?:what|best (?:shows|films|things)) to watch (?:on (?:tv|netflix|prime|disney\+?)|tonight|this (?:week|weekend))|tv tonight|tv-programm|programme tv|guía tv)\b`,
  ),
  shape(
    'correction',
    String.raw`^(?:corrections?(?: and clarifications?)?|clarifications?|errat(?:um|a)|rectificati(?:on|e)|korrektur|editor['’]s note|fe de erratas)\b\s*(?:[:|,–—-]|$|for\b|\d|(?:of|on) (?:${DAY}|${MONTH}))`,
  ),
  shape(
    'listing',
    String.raw`^(?:(?:today['’]s |${DAY} |daily |local |weekend |five-day )*weather(?: forecast)?(?:\s*[:|–—-]|$| for (?:today|${DAY}|the week(?:end)?))|on this day\b(?:\s*[:|,–—(-]|$)|this day in history|today in history|(?:death|funeral|birth|police|court|public|legal) (?:notices?|logs?|blotter|announcements?)\b(?:\s*[:|,–—-]|$| for\b| of\b)|obituaries\b|(?:today['’]s )?(?:birthdays|anniversaries)\b|(?:gold|fuel|petrol|diesel|silver|onion|forex|exchange) (?:price|prices|rate|rates) today|letters to the editor\b|letters?\s*:|(?:cartoon|quote|word|recipe|joke|verse|poem) of the (?:day|week)|(?:editorial |today['’]s )cartoons?\b)`,
  ),
];
