/** Whole lines, compared without case and final punctuation, that pages put between or after the paragraphs. */
const WHOLE_LINE = new RegExp(
  `^(?:${[
    'advertise?ment',
    'ad(?:s by .*)?',
    'story continues? (?:below|after)\\b.*',
    'article continues? (?:below|after)\\b.*',
    '(?:continue|keep) reading\\b.*',
    'read (?:more|next|also|on|the full (?:story|article|report)(?: here)?)',
    'skip (?:to|past)\\b.*',
    '(?:share|tweet|email|e-mail|print|save|copy link|whatsapp|facebook|twitter|linkedin|pinterest|reddit|comments?)',
    'share (?:this|on|via|the)\\b.{0,60}',
    '(?:view|post|leave|add|show|hide|see) (?:a |all |the )?comments?(?: \\(?\\d+\\)?)?',
    '\\d+ comments?',
    '\\d+ shares?',
    'related(?: (?:articles?|stories|story|topics?|content|coverage|links?|posts?|video))?',
    '(?:recommended|trending|most (?:read|popular|viewed)|more (?:stories|news|on this story|like this)|you (?:may|might) (?:also )?like|also read|see also|up next|popular now|around the web)\\b.{0,40}',
    'sign (?:up|in)\\b.{0,120}',
    'log in\\b.{0,60}',
    'subscribe\\b.{0,120}',
    'follow (?:us|him|her|them|me|@\\w+|\\w+(?: \\w+)?) on (?:twitter|facebook|instagram|x|linkedin|threads|bluesky)\\b.{0,120}',
    '(?:get|receive) (?:the|our) .{0,80}(?:inbox|newsletter|alerts?)\\b.{0,60}',
    '(?:copyright|©|\\(c\\)) .{0,120}',
    'all rights reserved\\b.{0,120}',
    '.{0,80}\\ball rights reserved',
    'the post .{1,200} (?:appeared first|first appeared) on .{1,80}',
    'this (?:article|story|post) (?:was )?(?:originally|first) (?:appeared|published) (?:on|in|at|by) .{1,80}',
    'click here\\b.{0,120}',
    'tap here\\b.{0,80}',
    'watch (?:the )?(?:full )?video\\b.{0,80}',
    'loading\\b.{0,40}',
    'close|menu|search|next|previous|back to top|top stories|newsletter|image|video|photos?|gallery|watch|listen',
    'image (?:copyright|caption|source)\\b.{0,120}',
    '(?:photo|image|picture|photograph)s?(?: (?:credit|by|courtesy))\\b.{0,120}',
    '(?:file|getty) (?:photo|image)s?',
    'have (?:a )?(?:tip|confidential tip|something to add)\\b.{0,120}',
    'thank you for (?:reading|subscribing|signing up)\\b.{0,120}',
    'we use cookies\\b.{0,200}',
    '\\d{1,2}[:.]\\d{2}(?: ?[ap]\\.?m)?(?: (?:gmt|utc|[a-z]{0,3}t))?',
    'tags?',
    'topics?',
    'tags?: .{1,200}',
    'filed under:?.{0,120}',
    '(?:image|photo|slide|picture) \\d+ (?:of|/) [/ \\d]+',
    '(?:order reprints|reprints|print article|text size|caption|view gallery|listen to article)',
    '(?:https?://|www\\.)\\S+',
    '\\S+@\\S+\\.\\S+',
    '(?:e-?mail|write to|contact|follow|reach) .{1,80}(?:\\S+@\\S+\\.\\S+|@\\w+).{0,80}',
    'want more (?:stories|news|like this)\\b.{0,60}',
    'adverts?',
    'breaking news',
    '(?:recent|latest|popular|more) (?:articles|stories|posts|news|this week)',
    'popular this (?:week|month)',
    'more (?:great |top |from )?[\\p{L}\\p{N}]+ stories',
    'like this (?:story|article|post)\\? share it\\b.{0,40}',
    'post (?:a )?comment\\b.{0,10}',
    '(?:(?:share|tweet|submit|pin|email|e-mail|print|save|post|like|whatsapp|facebook|twitter|linkedin|pinterest|reddit|telegram)[\\s|·,]*){2,}',
    '[\\d.,]+ (?:views|reads|letture|lecturas|leituras|vues|aufrufe|просмотр\\p{L}*)',
    '(?:views|reads|letture|lecturas|leituras|vues)',
    '(?:reading time|lesezeit|tempo de leitura|tiempo de lectura|temps de lecture|tempo di lettura)\\b.{0,30}',
    '(?:twitter|facebook|instagram|t)\\.com?/\\S+',
    'pic\\.twitter\\.com/\\S+',
    '(?:first |last |originally )?(?:published|posted|updated):.{0,60}\\d{4}.{0,40}',
    '\\((?:image|photo|picture|foto)s?(?: credit)?\\s*[:©].{1,100}\\)?',
    '.{0,120}\\bmay earn (?:an? )?(?:affiliate |small )?commissions?\\b.{0,120}',
    'note: .{0,40}\\bmoderating (?:all )?comments\\b.{0,120}',
    '.{0,80}\\bdelivered (?:straight |directly |daily )?(?:to|through) your (?:inbox|door|letterbox|mailbox)\\b.{0,160}',
    'make \\S+ (?:my|your) home ?page',
  ].join('|')})$`,
  'iu',
);

/** Lines that point elsewhere: the whole line goes, however long its title is. */
const POINTER =
  /^(?:[►▶»→*•\s]*)(?:read more|read also|also read|read next|see also|related(?: (?:article|story|stories|coverage))?|more(?: on this)?|watch|listen|recommended|don't miss|must read|explainer|opinion|analysis|in pictures)\s*[:|»►]\s*\S/iu;

/** True when a line is a label, an appeal or a pointer of the page and no sentence of the article. */
export function isBoilerplateLine(text: string): boolean {
  if (text.length > 300) return false;
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  return (
    WHOLE_LINE.test(text.replace(/[\s.!?…:»›→>]+$/u, '').replace(/’/g, "'")) ||
    POINTER.test(text.replace(/’/g, "'"))
  );
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const TIME_LINE = new RegExp(
  `^(?:(?:first |last |originally )?(?:published|updated|posted|modified|created|date)(?: on| at)?:?\\s*)?(?:(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?,?\\s*)?(?:${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?(?:\\s+\\d{4})?|\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH},?(?:\\s+\\d{4})?|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d+ (?:minutes?|mins?|hours?|days?|weeks?) ago|\\d{1,2}:\\d{2})\\b.{0,60}$`,
  'iu',
);
const BYLINE = /^(?:(?:written |posted |reported )?by:?\s+)\p{Lu}[^.!?]{1,100}$/iu;
/** A byline of any length that closes with its date. */
const DATED_BYLINE = new RegExp(
  `^by:?\\s.{2,400}\\b(?:${MONTH}\\s+\\d{1,2},?\\s+\\d{4}|\\d{1,2}\\s+${MONTH},?\\s+\\d{4})$`,
  'i',
);
/** A date with its year in any language, and little beside it: a weekday, a time, a label in front. */
const DATED_LINE =
  /^(?:\|\s*)?(?:\p{L}+[:,]?\s+){0,3}(?:\d{1,2}[.,]?\s+(?:de\s+)?\p{L}{3,10}\.?,?\s+(?:de\s+)?\d{4}|\p{L}{3,10}\.?\s+\d{1,2},?\s+\d{4})(?:,?\s*\p{L}{0,3}\s*\d{1,2}[:.h]\d{2}.{0,12})?$/iu;
/** Updated and original time in one line. */
const UPDATED_LINE =
  /^(?:\|\s*)?(?:first |last )?(?:updated|published|posted)\b:?.{0,80}\d{1,2}[:.]\d{2}.{0,80}$/iu;
/** A line of fields: date, who published it, category, tags. */
const FIELD_LINE = /^.{0,140}\b(?:tags?|categor(?:y|ia|ía|ie)|kategorie|catégorie):\s.{1,120}$/iu;
const BARE_NUMBER = /^[\d.,]{1,7}$/;
const READING_TIME = /^\d+\s*(?:-\s*)?min(?:ute)?s?\s+read\b.{0,40}$/i;

/** True when a line at the top of an article says who wrote it and when, and nothing of the matter. */
export function isBylineOrTime(text: string): boolean {
  if (DATED_BYLINE.test(text)) return true;
  if (text.length > 140) return false;
  if (READING_TIME.test(text) || BYLINE.test(text) || BARE_NUMBER.test(text)) return true;
  if (DATED_LINE.test(text) || UPDATED_LINE.test(text) || (/\d{4}/.test(text) && FIELD_LINE.test(text)))
    return true;
  return TIME_LINE.test(text) && text.split(/\s+/).length <= 14 && !/[a-z]{3,}[.!?]$/.test(text);
}
