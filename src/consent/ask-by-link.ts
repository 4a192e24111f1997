import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { ageOn, beginLink, studentBornOn } from '#people/contract.ts'
import { choice, choices, day, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { givesSubstanceUseCare } from './by-link-store.ts'
import { type Scope, scopes } from './consent.ts'
import { askingByLinkWords } from './link-words.ts'
import { consentStaff, mayRecordConsent } from './policy.ts'
import { isMinorConsented, obstaclesToRecording } from './rules.ts'
import { type Asking, consentsForReferral, findGrantor, holdAsking } from './store.ts'

type Asked = { caregiverId: string; scopes: readonly Scope[]; endsOn: string }

/** What would stand in the way of the answer, and of reaching the page: known before anything is sent. */
async function obstaclesTo(unit: Unit, asking: Asking, asked: Asked) {
  const { tx } = unit
  const grantor = await findGrantor(tx, asking.studentId, asked.caregiverId)
  const today = dayOf(await calendarOf(tx), unit.now)
  const bornOn = await studentBornOn(tx, asking.studentId)
  const because = obstaclesToRecording({
    partnerId: asking.partnerId,
    referralEnded: asking.endedAt !== null,
    grantorKind: 'caregiver',
    grantor,
    age: bornOn === null ? null : ageOn(bornOn, today),
    own: undefined,
    minorConsented: isMinorConsented(await consentsForReferral(tx, asking.id)),
    method: 'link',
    // The page is there in every language of the words, whatever this caregiver speaks at home.
    language: 'en',
    interpreter: undefined,
    witness: undefined,
    documentReference: 'typed on the page',
    scans: 0,
    answered: asked.scopes,
    endsOn: asked.endsOn,
    today,
  })
  const unknown = bornOn === null
  const alone = asking.partnerId !== null && (await givesSubstanceUseCare(tx, asking.partnerId))
  return {
    grantor,
    because: [
      ...because,
      ...(unknown ? (['birth_date_unknown'] as const) : []),
      ...(alone ? (['student_alone'] as const) : []),
    ],
  }
}

/**
 * A caregiver is asked by a link while somebody at school talks with them: they read and answer by themselves
 * what may be shared [R149]. It goes by the way that is safe for them, which is judged when it goes out.
 */
export const askByLink = act({
  name: 'consent/ask-by-link',
  by: consentStaff,
  given: z.object({
    referralId: id,
    /** Beside the form of answers that are written down, which asks for a caregiver and a day too. */
    linkTo: id,
    linkScopes: choices(choice(scopes)).refine((asked) => asked.length > 0, 'Choose at least one question.'),
    linkUntil: day,
  }),
  refusals: askingByLinkWords,
  fields: {
    not_a_caregiver: 'linkTo',
    authority_unknown: 'linkTo',
    authority_missing: 'linkTo',
    ends_before_today: 'linkUntil',
  },
  async do(unit, { referralId, linkTo: caregiverId, linkScopes, linkUntil: endsOn }) {
    const asking = (await holdAsking(unit, referralId)) ?? notFound()
    const { studentId, partnerId } = asking
    unit.permit(mayRecordConsent(unit.actor, asking), { type: 'referral', id: asking.id, studentId })
    const { because, grantor } = await obstaclesTo(unit, asking, { caregiverId, scopes: linkScopes, endsOn })
    if (because.length > 0 || grantor === undefined) return refused(because)
    const { name, language } = grantor
    const linkId = await beginLink(unit, {
      studentId,
      caregiver: { id: caregiverId, name, language },
      purpose: 'consent',
      referralId: asking.id,
      partnerId,
      scopes: scopes.filter((scope) => linkScopes.includes(scope)),
      holdsUntil: endsOn,
    })
    return done({ linkId, referralId: asking.id })
  },
})
