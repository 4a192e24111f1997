import { z } from 'zod'
import { choice, day, id, optionalText, yesNo } from '#platform/given.ts'
import type { Scan } from '#platform/scan/scan.ts'
import { type Method, methods, type Scope, scopes } from './consent.ts'
import { careKinds } from './minor-rule.ts'

const answers = z.partialRecord(z.enum(scopes), yesNo())

/**
 * How answers arrive: who said them, how they were captured, until when they hold, and a yes or no to each
 * question.
 */
export const GivenAnswers = {
  grantorKind: choice(['caregiver', 'student']).default('caregiver'),
  caregiverId: id.optional(),
  /** What a student who answers alone is cared for: it says which rule of the state holds. */
  care: choice(careKinds).default('mental_health'),
  method: choice(methods, 'Say how the answer is given'),
  witness: optionalText(120),
  documentReference: optionalText(120),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'Choose a language'),
  interpreter: optionalText(120),
  endsOn: day,
  answers: answers.default({}),
}
const Given = z.object(GivenAnswers)
export type AnswersToRecord = Omit<z.output<typeof Given>, 'method'> & {
  method: Method
  /** Scans of the paper the answers were given on. */
  scans?: readonly Scan[]
}

/** Empty text from a form is no text. */
export const typed = (text: string | undefined) => (text === undefined || text === '' ? undefined : text)

export const answeredIn = (given: AnswersToRecord): { scope: Scope; answer: boolean }[] =>
  scopes.flatMap((scope) => {
    const answer = given.answers[scope]
    return answer === undefined ? [] : [{ scope, answer }]
  })

/** How it was captured, as it is judged. */
export const howIn = (given: AnswersToRecord) => ({
  grantorKind: given.grantorKind,
  method: given.method,
  language: given.language,
  interpreter: typed(given.interpreter),
  witness: typed(given.witness),
  documentReference: typed(given.documentReference),
  scans: given.scans?.length ?? 0,
  answered: answeredIn(given).map(({ scope }) => scope),
  endsOn: given.endsOn,
})
