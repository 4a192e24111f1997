import { systemActor } from '#access/actor.ts'
import { confirmCapacity } from '#escalations/confirm-capacity.ts'
import { decideEscalation } from '#escalations/decide-escalation.ts'
import { lookEscalations } from '#escalations/look-escalations.ts'
import { noticeAll } from '#escalations/notice-all.ts'
import { recordContact } from '#escalations/record-contact.ts'
import { takeEscalation } from '#escalations/take-escalation.ts'
import { riversideId } from '../places.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

/**
 * The house made its round last evening and escalated what had stalled by itself. The lead took one this
 * morning, called, asked the agency, and goes on with it; the others wait.
 */
export const stalledLoops: Story = async ({ teller, almanac: { moment, ago, day } }) => {
  teller.at(moment(-1, '16:40'))
  await noticeAll({ ...teller.being('ruth'), actor: systemActor(riversideId) })

  teller.at(ago(70))
  const ruth = teller.being('ruth')
  const [first] = (await lookEscalations.see(ruth, {})).shown
  if (first === undefined) throw new Error('No loop of the stories has stalled')
  const escalationId = first.id
  await perform(ruth, takeEscalation, { escalationId })
  teller.at(ago(55))
  await perform(ruth, recordContact, {
    escalationId,
    reached: 'yes',
    barriers: ['work_schedule', 'transportation'],
    words: 'Mornings do not work. An evening would, if somebody drives them.',
  })
  teller.at(ago(45))
  await perform(ruth, confirmCapacity, {
    escalationId,
    acceptance: 'waitlist',
    nextOpeningOn: day(6),
    words: 'One evening place next week, held for us until Friday.',
  })
  teller.at(ago(40))
  await perform(ruth, decideEscalation, {
    escalationId,
    decision: 'continue',
    againOn: day(3),
    words: 'Maya books the evening place and arranges the ride.',
  })
}
