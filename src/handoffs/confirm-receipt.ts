import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf, instantAt } from '#district/contract.ts'
import { id, text, timeOfDay } from '#platform/given.ts'
import { addStatus, moveReferral, navigatingStaff, referralLifecycle } from '#referrals/contract.ts'
import { saveHandoff } from './store.ts'
import { receiptObstacleWords } from './words.ts'
import { subjectOf, workOnHandoff } from './work-on-handoff.ts'

const Receipt = z.object({
  referralId: id,
  confirmedBy: text(120, 'Say who confirmed it'),
  /** Time of day, today; now when left out. */
  confirmedAt: timeOfDay.optional(),
})

/**
 * Somebody at the agency says they have the referral, while the family is there [R047]. Confirmed by phone,
 * it stands as the school's word until the agency confirms by itself.
 */
export const confirmReceipt = act({
  name: 'handoffs/confirm-receipt',
  by: navigatingStaff,
  given: Receipt,
  refusals: receiptObstacleWords,
  async do(unit, { referralId, confirmedBy, confirmedAt }) {
    const { referral, handoff } = await workOnHandoff(unit, referralId)
    const calendar = await calendarOf(unit.tx)
    const today = dayOf(calendar, unit.now)
    const receiptAt = confirmedAt === undefined ? unit.now : instantAt(calendar, today, confirmedAt)
    // A form gives hours and minutes: the minute of sending counts as after it.
    const sentMinute =
      referral.sentAt === null ? null : Math.floor(referral.sentAt.getTime() / 60_000) * 60_000
    const because = [
      ...(referral.sentAt === null ? (['not_sent'] as const) : []),
      ...(receiptAt > unit.now ? (['not_happened_yet'] as const) : []),
      ...(sentMinute !== null && receiptAt.getTime() < sentMinute ? (['before_sending'] as const) : []),
      ...(handoff.receiptAt === null ? [] : (['confirmed_already'] as const)),
    ]
    if (because.length > 0) return refused(because)

    saveHandoff(unit, handoff, { receiptBy: confirmedBy, receiptAt })
    if (referralLifecycle.allows(referral.state, 'receive')) {
      addStatus(unit, referral, {
        status: 'received',
        source: 'school_confirmed',
        happenedAt: receiptAt,
      })
      await moveReferral(unit, { referral, act: 'receive', changes: { receivedAt: receiptAt } })
    }
    unit.record('handoff.receipt_confirmed', subjectOf(referral), { receiptAt: receiptAt.toISOString() })
    return done({ id: referral.id })
  },
})
