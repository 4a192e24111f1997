import { type Language, languages } from '#platform/words.ts'

const names: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', ar: 'العربية' }

/** The languages a page by link is there in, each named in itself. */
export const linkLanguages = (place: string) =>
  languages.map((lang) => ({ lang, name: names[lang], href: `${place}?lang=${lang}` }))
