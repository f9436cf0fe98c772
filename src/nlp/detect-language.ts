/** What a language identifier says about a text; `eld` fits. */
export interface LanguageDetector {
  detect(text: string): { readonly language: string; isReliable(): boolean };
}

/** Letters looked at: the guess is stable well before this, and the time grows with the length. */
const SAMPLE = 1200;
/** Below this many letters a guess is a coin toss: headlines of three words come back as the wrong language. */
const ENOUGH = 24;

/** Standard Malay and Indonesian news differ too little to be told apart by letters: both are `id`. */
const SAME_AS: ReadonlyMap<string, string> = new Map([['ms', 'id']]);

/**
 * ISO 639-1 code of a text's language, `und` when the text is too short or mixed. A declared language (from the page
 * or feed) decides only where the letters do not.
 */
export function detectLanguage(text: string, declared: string | null, detector: LanguageDetector): string {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const ideographs = sample.match(/[\p{scx=Han}\p{scx=Hira}\p{scx=Hang}\p{scx=Thai}]/gu)?.length ?? 0;
  const fallback = declaredCode(declared) ?? 'und';
  if (letters + 3 * ideographs < ENOUGH) return 'und';
  const guess = detector.detect(sample);
  if (guess.language === '' || !guess.isReliable()) return fallback;
  return SAME_AS.get(guess.language) ?? guess.language;
}

function declaredCode(declared: string | null): string | null {
  const code = declared
    ?.trim()
    .toLowerCase()
    .match(/^[a-z]{2}(?=$|[-_])/)?.[0];
  return code === undefined ? null : (SAME_AS.get(code) ?? code);
}
