import { askEscalation } from '#escalations/ask-escalation.ts'
import { closeEscalation } from '#escalations/close-escalation.ts'
import { confirmCapacity } from '#escalations/confirm-capacity.ts'
import { decideEscalation } from '#escalations/decide-escalation.ts'
import { recordContact } from '#escalations/record-contact.ts'
import { takeEscalation } from '#escalations/take-escalation.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'
import type { Walk } from './walk.ts'

type Stage = Parameters<Story>[0]

/** A loop did not move, and the navigator asked the lead, who called the family and the agency. */
export async function stalled({ teller, almanac: { moment, day } }: Stage, walk: Walk, on: number) {
  const { referralId } = walk
  teller.at(moment(on, '09:40'))
  const words = 'The agency has it since yesterday and says nothing. The visit is in two days.'
  const { escalationId } = await perform(teller.being('maya'), askEscalation, { referralId, words })
  const ruth = teller.being('ruth')
  teller.at(moment(on, '10:05'))
  await perform(ruth, takeEscalation, { escalationId })
  teller.at(moment(on, '10:20'))
  await perform(ruth, recordContact, {
    escalationId,
    reached: 'yes',
    barriers: ['provider_capacity'],
    words: 'They come, if somebody tells them that the time holds.',
  })
  teller.at(moment(on, '10:45'))
  const room = { acceptance: 'accepting', words: 'They had not opened it yet, and take it today.' }
  await perform(ruth, confirmCapacity, { escalationId, ...room })
  teller.at(moment(on, '10:50'))
  const goesOn = { decision: 'continue', againOn: day(on + 3), words: 'Maya tells the family that it holds.' }
  await perform(ruth, decideEscalation, { escalationId, ...goesOn })
  return escalationId
}

/** The student was seen: it ends as connected. */
export async function connected({ teller }: Stage, escalationId: string, at: Date): Promise<void> {
  teller.at(at)
  await perform(teller.being('ruth'), closeEscalation, { escalationId, ending: 'connected' })
}
