import { z } from 'zod'
import { look } from '#access/look.ts'
import { choice, whole } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { type Language, languages } from '#platform/words.ts'
import { ruleReaders } from './policy.ts'
import { textOf, wordings } from './wordings.ts'

/** What stands for names where the words are read by themselves. */
const named: Readonly<Record<Language, Parameters<typeof textOf>[2]>> = {
  en: { partner: '(the agency)', student: '(the student)', lead: '(the lead)' },
  es: { partner: '(la agencia)', student: '(su hijo o hija)', lead: '(la persona encargada)' },
  ar: { partner: '(الجهة)', student: '(طفلكم)', lead: '(المسؤول)' },
}

/** The exact words of one version, in the language asked for; today's when none is named [R138]. */
export const lookWordings = look({
  name: 'consent/wordings',
  by: ruleReaders,
  given: z.object({
    number: whole(1, 1000).optional(),
    lang: choice(languages).default('en').catch('en'),
  }),
  shows: 'no student',
  async see(view, { number = wordings.length, lang }) {
    view.permit(true)
    view.sawNoStudent()
    const wording = wordings[number - 1] ?? notFound()
    const read = wording.languages.includes(lang) ? lang : 'en'
    return {
      number,
      lang: read,
      languages: wording.languages,
      version: wording.version,
      versions: wordings.map(({ version }) => version),
      ...textOf(wording, read, named[read]),
    }
  },
})
export type SeenWording = Awaited<ReturnType<typeof lookWordings.see>>
