import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { beginLink, linkEnds } from '#people/contract.ts'
import { choice, choices, day, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { judgeAsking, keepAsking } from './ask-family.ts'
import { scopes } from './consent.ts'
import { askingByLinkWords } from './link-words.ts'
import { consentStaff, mayRecordConsent } from './policy.ts'
import { besideReasons } from './request.ts'
import { holdAsking } from './store.ts'

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
    /** Why, where another person is named to collect consent from this family. */
    beside: choice(besideReasons).optional(),
  }),
  refusals: askingByLinkWords,
  fields: {
    not_a_caregiver: 'linkTo',
    authority_unknown: 'linkTo',
    authority_missing: 'linkTo',
    ends_before_today: 'linkUntil',
    has_contact: 'beside',
  },
  async do(unit, { referralId, linkTo: caregiverId, linkScopes, linkUntil: endsOn, beside }) {
    const asking = (await holdAsking(unit, referralId)) ?? notFound()
    const { studentId, partnerId } = asking
    unit.permit(mayRecordConsent(unit.actor, asking), { type: 'referral', id: asking.id, studentId })
    const asked = {
      caregiverId,
      way: 'link',
      scopes: scopes.filter((scope) => linkScopes.includes(scope)),
      endsOn,
      beside,
    } as const
    const { because, grantor, contact } = await judgeAsking(unit, asking, asked)
    if (because.length > 0 || grantor === undefined) return refused(because)
    const { name, language } = grantor
    const linkId = await beginLink(unit, {
      studentId,
      caregiver: { id: caregiverId, name, language },
      purpose: 'consent',
      referralId: asking.id,
      partnerId,
      scopes: asked.scopes,
      holdsUntil: endsOn,
    })
    await keepAsking(unit, asking, { asked, linkId, dueAt: linkEnds(unit.now), contact })
    return done({ linkId, referralId: asking.id })
  },
})
