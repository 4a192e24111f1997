/**
 * Languages families speak at home, offered in a list. Any other BCP 47 tag is accepted from a roster or over
 * the API; names come from the standard library, so this holds codes alone (ISO 639, with a region where the
 * word for it differs), and the names it does not know.
 */
export const offeredLanguages = [
  'en',
  'es',
  'ar',
  'am',
  'bn',
  'zh',
  'yue',
  'prs',
  'fr',
  'de',
  'gu',
  'ht',
  'he',
  'hi',
  'hmn',
  'it',
  'ja',
  'km',
  'ko',
  'ku',
  'lo',
  'mam',
  'mr',
  'mn',
  'my',
  'ne',
  'om',
  'ps',
  'fa',
  'pl',
  'pt',
  'pa',
  'kjb',
  'quc',
  'ro',
  'ru',
  'sm',
  'sr',
  'so',
  'sw',
  'tl',
  'ta',
  'te',
  'th',
  'ti',
  'to',
  'tr',
  'uk',
  'ur',
  'vi',
  'xtm',
  'zap',
] as const

/**
 * Names the standard library has none for (ISO 639-3). There is no code for all of Mixtec: each is one
 * variety.
 */
const ownNames: Record<string, { en: string; es: string }> = {
  kjb: { en: 'Q’anjob’al', es: 'q’anjob’al' },
  mam: { en: 'Mam', es: 'mam (idioma maya)' },
  xtm: { en: 'Mixtec (Magdalena Peñasco)', es: 'mixteco (Magdalena Peñasco)' },
}

const namers = new Map<string, Intl.DisplayNames>()

/**
 * A language as a reader of another language calls it: "Spanish" for es. The tag itself when it has no name.
 */
export function languageName(tag: string, reader = 'en'): string {
  const own = ownNames[tag]
  if (own !== undefined) return reader === 'es' ? own.es : own.en
  const namer = namers.get(reader) ?? new Intl.DisplayNames([reader], { type: 'language', fallback: 'code' })
  namers.set(reader, namer)
  try {
    return namer.of(tag) ?? tag
  } catch {
    return tag
  }
}

/** Whether a text has the shape of a BCP 47 tag we keep: a language, and perhaps script and region. */
export const isLanguageTag = (tag: string): boolean =>
  /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/.test(tag)
