import { IntlMessageFormat } from 'intl-messageformat'

/**
 * Languages the product speaks. Staff screens speak the first; family pages speak every one their catalog
 * has.
 */
export const languages = ['en', 'es', 'ar'] as const
export type Language = (typeof languages)[number]

/**
 * Names inside the braces of an ICU message. A name holds no blank and no #, so plural branches are passed
 * over.
 */
type Names<M extends string> = M extends `${string}{${infer After}`
  ? (After extends `${infer Inside}}${string}` ? NameIn<Inside> : never) | Names<After>
  : never
type NameIn<Inside extends string> = Inside extends `${infer Name},${string}` ? Plain<Name> : Plain<Inside>
type Plain<Name extends string> = Name extends '' | `${string} ${string}` | `${string}#${string}`
  ? never
  : Name

type Values<M extends string> = { [K in Names<M>]: string | number }
type Given<M extends string> = [Names<M>] extends [never] ? [] : [values: Values<M>]
type Messages = Readonly<Record<string, string>>
type Translated<M extends Messages> = { readonly [K in keyof M]: string }

/** Says one message of a catalog. A key that does not exist, or a value that is missing, does not compile. */
export type Say<M extends Messages> = {
  <K extends keyof M & string>(key: K, ...given: Given<M[K]>): string
  readonly language: Language
  /** Whether a name taken from data (a code list, a state) has a message. */
  has(key: string): key is keyof M & string
}

/** A message that takes nothing is said as it stands. */
function formatOf(message: string | undefined, key: string, language: Language): string | IntlMessageFormat {
  if (message === undefined) throw new Error(`No message ${key} in ${language}`)
  const plain = !message.includes('{') && !message.includes("'")
  return plain ? message : new IntlMessageFormat(message, language, undefined, {})
}

const speaker = <M extends Messages>(language: Language, messages: Messages): Say<M> => {
  const read = new Map<string, string | IntlMessageFormat>()
  const say = (key: string, values?: Record<string, string | number>): string => {
    let format = read.get(key)
    if (format === undefined) read.set(key, (format = formatOf(messages[key], key, language)))
    return typeof format === 'string' ? format : String(format.format(values))
  }
  return Object.assign(say, {
    language,
    has: (key: string) => Object.hasOwn(messages, key),
  }) as unknown as Say<M>
}

/**
 * The words of one module. English is always there; a staff catalog may have only English, and then every
 * language answers in English.
 */
export function catalog<const M extends Messages>(
  messages: { readonly en: M } & { readonly [L in Exclude<Language, 'en'>]?: Translated<M> },
): (language?: Language) => Say<M> {
  const speakers = new Map<Language, Say<M>>()
  return (language = 'en') => {
    const spoken = messages[language] === undefined ? 'en' : language
    let say = speakers.get(spoken)
    if (say === undefined) speakers.set(spoken, (say = speaker<M>(spoken, messages[spoken] as Messages)))
    return say
  }
}

/** Words a family reads: at least English and Spanish, checked by the compiler. */
export const familyCatalog = <const M extends Messages>(messages: {
  readonly en: M
  readonly es: Translated<M>
  readonly ar?: Translated<M>
}): ((language?: Language) => Say<M>) => catalog<M>(messages)
