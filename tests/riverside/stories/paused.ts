import { addCalendarDays, dayOf } from '#district/contract.ts'
import { endPause } from '#referrals/end-pause.ts'
import { lookTracker } from '#referrals/look-tracker.ts'
import { pauseReferral } from '#referrals/pause-referral.ts'
import { calendar } from './almanac.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

/**
 * A family that visits relatives asked the navigator to wait: its clocks stand until they are back. Those of
 * another family stood for a day, and run again.
 */
export const pausedClocks: Story = async ({ teller, almanac: { ago, moment } }) => {
  teller.at(ago(75))
  const maya = teller.being('maya')
  const { rows, now } = await lookTracker.see(maya, {})
  const ahead = rows.filter(({ highNeed, nextOwner, nextDueAt, referredAt }) =>
    [!highNeed, nextOwner === 'navigator', nextDueAt > now, referredAt < now].every(Boolean),
  )
  const [away, ...others] = ahead
  const again = others.find(({ referredAt }) => referredAt < moment(-1, '08:00'))
  const inDays = (days: number) => addCalendarDays(dayOf(calendar, now), days)
  if (away === undefined) return
  if (again !== undefined) {
    teller.at(moment(-1, '09:10'))
    await perform(maya, pauseReferral, {
      referralId: again.id,
      reason: 'partner_closed',
      throughOn: inDays(2),
    })
    teller.at(moment(-1, '15:05'))
    await perform(maya, endPause, { referralId: again.id })
  }
  teller.at(ago(75))
  await perform(maya, pauseReferral, { referralId: away.id, reason: 'student_away', throughOn: inDays(10) })
}
