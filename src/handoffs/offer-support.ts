import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { triageStaff } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import { staffAt } from '#concerns/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { choice, day, id, optionalText } from '#platform/given.ts'
import { navigatingStaff, type Referral, settleReferral } from '#referrals/contract.ts'
import { openBriefSupport, supportEntries } from '#supports/contract.ts'
import { saveHandoff } from './store.ts'
import { offerObstacleWords } from './words.ts'
import { subjectOf, workOnHandoff } from './work-on-handoff.ts'

export const supportAnswers = ['accepted', 'later', 'declined'] as const
/** Who may own support at school. */
export const supportOwners = [...triageStaff, 'student_support_head'] as const

const Offer = z.object({
  referralId: id,
  supportAnswer: choice(supportAnswers, 'Say what the family answered'),
  /** Asked when the family says yes. */
  focus: optionalText(200),
  ownerId: id.optional(),
  /** An entry criterion of the tier the student is in. */
  entryCriterion: optionalText(60),
  reviewOn: day.optional(),
})
type Offered = z.output<typeof Offer>

type Plan = { focus: string; ownerId: string; reviewOn: string; today: string; entryCriterion: string }

/** What a yes needs: a focus, an owner at the school, the entry criterion met, a day to look at it again. */
async function planOf(unit: Unit, referral: Referral, offered: Offered) {
  const today = dayOf(await calendarOf(unit.tx), unit.now)
  const owners = await staffAt(unit.tx, { schoolId: referral.schoolId, roles: supportOwners, now: unit.now })
  const entries = await supportEntries(unit, referral.studentId)
  const { focus = '', ownerId = '', entryCriterion = '', reviewOn = '' } = offered
  const because = [
    ...(focus === '' ? (['focus_missing'] as const) : []),
    ...(owners.some((owner) => owner.id === ownerId) ? [] : (['owner_missing'] as const)),
    ...(entries.some(({ code }) => code === entryCriterion) ? [] : (['entry_criterion_missing'] as const)),
    ...(reviewOn > today ? [] : (['review_missing'] as const)),
  ]
  return { because, plan: { focus, ownerId, reviewOn, today, entryCriterion } }
}

const openSupport = (unit: Unit, referral: Referral, { today, ...plan }: Plan) =>
  openBriefSupport(unit, {
    ...plan,
    startsOn: today,
    plannedEndOn: plan.reviewOn,
    studentId: referral.studentId,
    schoolId: referral.schoolId,
    decisionId: null,
  })

/**
 * The family chose not to share, which costs it nothing: support at school is offered, and what it says to
 * that is kept [R150]. A yes opens the support at once.
 */
export const offerSupport = act({
  name: 'handoffs/offer-support',
  by: navigatingStaff,
  given: Offer,
  refusals: offerObstacleWords,
  async do(unit, offered) {
    const { referral, handoff } = await workOnHandoff(unit, offered.referralId)
    if (handoff.state !== 'ended') return refused(['not_declined'])
    if (handoff.supportAnswer === 'accepted') return refused(['accepted_already'])
    const { supportAnswer } = offered
    const { because, plan } = await planOf(unit, referral, offered)
    if (supportAnswer === 'accepted' && because.length > 0) return refused(because)

    const supportId = supportAnswer === 'accepted' ? await openSupport(unit, referral, plan) : null
    saveHandoff(unit, handoff, { supportOfferedAt: unit.now, supportAnswer })
    await settleReferral(unit, referral)
    unit.record('handoff.support_offered', subjectOf(referral), { answer: supportAnswer, supportId })
    return done({ id: referral.id, supportId })
  },
})
