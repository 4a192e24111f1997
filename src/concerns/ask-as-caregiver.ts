import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { choice, optionalText, text } from '#platform/given.ts'
import { urgencies } from './concern.ts'
import { askLanguage, orNull, permitAsking, tooManyAsked } from './public-page.ts'
import { receiveConcern } from './receive-concern.ts'

/** A caregiver asks for help for a child [R005]. What they type reveals nothing about who is enrolled. */
export const askAsCaregiver = act({
  name: 'concerns/ask-as-caregiver',
  by: ['public'],
  tooMany: tooManyAsked,
  given: z.object({
    language: askLanguage,
    name: text(120, 'Write the name of your child'),
    grade: optionalText(20),
    askedBy: text(120, 'Write your own name'),
    contact: text(200, 'Write how we can reach you'),
    observed: text(2000, 'Write what worries you, in a few words'),
    urgency: choice(urgencies, 'Choose how soon'),
  }),
  async do(unit, said) {
    const schoolId = await permitAsking(unit)
    const asked = {
      schoolId,
      source: 'caregiver',
      aboutName: said.name,
      aboutGrade: orNull(said.grade),
      askedBy: said.askedBy,
      askedByContact: said.contact,
      observed: said.observed,
      urgency: said.urgency,
      askedIn: said.language,
    } as const
    await receiveConcern(unit, asked, 'concern.requested')
    return done({ language: said.language })
  },
})
