import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { choice, optionalText, text } from '#platform/given.ts'
import { urgencies } from './concern.ts'
import { askLanguage, orNull, permitAsking, tooManyAsked } from './public-page.ts'
import { receiveConcern } from './receive-concern.ts'

/**
 * A student asks for help, for themselves, without an account and with no more than a name [R004]. The name
 * is not checked against anything: the page cannot tell who exists, and staff match it later.
 */
export const askAsStudent = act({
  name: 'concerns/ask-as-student',
  by: ['public'],
  tooMany: tooManyAsked,
  given: z.object({
    language: askLanguage,
    name: text(120, 'Write your name, so that somebody can find you'),
    grade: optionalText(20),
    observed: optionalText(2000),
    contact: optionalText(200),
    urgency: choice(urgencies).default('today'),
  }),
  async do(unit, said) {
    const schoolId = await permitAsking(unit)
    const asked = {
      schoolId,
      source: 'student',
      aboutName: said.name,
      aboutGrade: orNull(said.grade),
      askedBy: said.name,
      askedByContact: orNull(said.contact),
      observed: said.observed ?? '',
      urgency: said.urgency,
      askedIn: said.language,
    } as const
    await receiveConcern(unit, asked, 'concern.requested')
    return done({ language: said.language })
  },
})
