import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { addNotice } from '#access/notice-store.ts'
import { personTold } from '#access/told.ts'
import type { Unit } from '#access/unit.ts'
import { canBeAnswered, closeLink, type FamilyLink, findLink, holdLink } from '#people/contract.ts'
import { choice, id, optionalText, yesNo } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { languages } from '#platform/words.ts'
import { type Scope, scopes } from './consent.ts'
import { documentWords } from './document-words.ts'
import { answeringByLinkWords } from './link-words.ts'
import { recordAnswers } from './record-answers.ts'
import { holdAsking } from './store.ts'

type Answers = Partial<Record<Scope, boolean>>

/** What was asked, answered; a no to everything in one answer says no to each. */
const answersTo = (link: FamilyLink, given: { answers: Answers; all?: 'no' | undefined }): Answers =>
  Object.fromEntries(
    (link.scopes as Scope[]).flatMap((scope) => {
      const answer = given.all === 'no' ? false : given.answers[scope]
      return answer === undefined ? [] : [[scope, answer]]
    }),
  )

/** Whoever sent the link hears that it was answered, and looks. */
async function tellWhoAsked(unit: Unit, { askedBy, referralId }: FamilyLink): Promise<void> {
  const subject = { type: 'referral', id: referralId as string }
  addNotice(unit, { personId: askedBy, kind: 'answered_by_link', subject })
  await unit.tell(personTold, { personId: askedBy, kind: 'answered_by_link', subject })
}

/**
 * A caregiver answers by a link what may be shared, question by question, and types their name for a yes
 * [R149]. The link takes one answer: of two that come at once, the second finds it used.
 */
export const answerByLink = act({
  name: 'consent/answer-by-link',
  by: ['caregiver'],
  inPerson: true,
  asHouse: true,
  given: z.object({
    linkId: id,
    answers: z.partialRecord(z.enum(scopes), yesNo()).default({}),
    all: choice(['no']).optional(),
    signature: optionalText(120),
    /** The language the page was read in. */
    language: choice(languages),
  }),
  refusals: answeringByLinkWords,
  fields: { signature_missing: 'signature' },
  async do(unit, { linkId, signature, language, ...given }) {
    const { personId, studentId } = unit.actor
    const asked = (await findLink(unit.tx, linkId)) ?? notFound()
    const isTheirs = asked.personId === personId && asked.studentId === studentId
    const referralId = (isTheirs ? asked.referralId : null) ?? notFound()
    const subject = { type: 'family_link', id: linkId, studentId }
    unit.permit(true, subject)
    const asking = (await holdAsking(unit, referralId)) ?? notFound()
    const link = (await holdLink(unit, linkId)) ?? notFound()
    if (!canBeAnswered(link, unit.now)) return refused(['over'])
    const answers = answersTo(link, given)
    if (Object.keys(answers).length < link.scopes.length) return refused(['answer_each'])
    const name = signature === undefined || signature === '' ? undefined : signature
    if (name === undefined && Object.values(answers).includes(true)) return refused(['signature_missing'])
    const outcome = await recordAnswers(unit, asking, {
      grantorKind: 'caregiver',
      caregiverId: link.caregiverId,
      care: 'mental_health',
      method: 'link',
      documentReference: documentWords()(name === undefined ? 'by_link' : 'signed_by_link', {
        name: name ?? '',
      }),
      language,
      endsOn: link.holdsUntil as string,
      answers,
      witness: undefined,
      interpreter: undefined,
    })
    if ('because' in outcome) return refused(['over'])
    closeLink(unit, link, 'answered')
    await tellWhoAsked(unit, link)
    return done({ language })
  },
})
