import { z } from 'zod'
import { look } from '#access/look.ts'
import { choice, whole } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { ruleReaders } from './policy.ts'
import { textOf, wordings } from './wordings.ts'

/** The exact words of one version, in the language asked for; today's when none is named [R138]. */
export const lookWordings = look({
  name: 'consent/wordings',
  by: ruleReaders,
  given: z.object({
    number: whole(1, 1000).optional(),
    lang: choice(['en', 'es']).default('en').catch('en'),
  }),
  shows: 'no student',
  async see(view, { number = wordings.length, lang }) {
    view.permit(true)
    view.sawNoStudent()
    const wording = wordings[number - 1] ?? notFound()
    const names =
      lang === 'es'
        ? { partner: '(la agencia)', student: '(su hijo o hija)', lead: '(la persona encargada)' }
        : { partner: '(the agency)', student: '(the student)', lead: '(the lead)' }
    return {
      number,
      lang,
      version: wording.version,
      versions: wordings.map(({ version }) => version),
      ...textOf(wording, lang, names),
    }
  },
})
export type SeenWording = Awaited<ReturnType<typeof lookWordings.see>>
