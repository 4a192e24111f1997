import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, endOfCalendarDay } from '#district/contract.ts'
import { choice, choices, day, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { judgeAsking, keepAsking } from './ask-family.ts'
import { scopes } from './consent.ts'
import { askingByLinkWords } from './link-words.ts'
import { consentStaff, mayRecordConsent } from './policy.ts'
import { besideReasons } from './request.ts'
import { holdAsking } from './store.ts'

/**
 * A caregiver was given the paper to read at home. It is kept that they were asked, by whom and when, and on
 * which day they are asked again if it has not come back [R063].
 */
export const givePaper = act({
  name: 'consent/give-paper',
  by: consentStaff,
  given: z.object({
    referralId: id,
    paperTo: id,
    paperScopes: choices(choice(scopes)).refine((asked) => asked.length > 0, 'Choose at least one question.'),
    /** The day on which the family is asked again. */
    againOn: day,
    beside: choice(besideReasons).optional(),
  }),
  refusals: askingByLinkWords,
  fields: {
    not_a_caregiver: 'paperTo',
    authority_unknown: 'paperTo',
    authority_missing: 'paperTo',
    ends_before_today: 'againOn',
    has_contact: 'beside',
  },
  async do(unit, { referralId, paperTo: caregiverId, paperScopes, againOn, beside }) {
    const asking = (await holdAsking(unit, referralId)) ?? notFound()
    const { studentId } = asking
    unit.permit(mayRecordConsent(unit.actor, asking), { type: 'referral', id: asking.id, studentId })
    const asked = {
      caregiverId,
      way: 'paper',
      scopes: scopes.filter((scope) => paperScopes.includes(scope)),
      endsOn: againOn,
      beside,
    } as const
    const { because, contact } = await judgeAsking(unit, asking, asked)
    if (because.length > 0) return refused(because)
    const dueAt = endOfCalendarDay(await calendarOf(unit.tx), againOn)
    await keepAsking(unit, asking, { asked, linkId: null, dueAt, contact })
    return done({ referralId: asking.id })
  },
})
