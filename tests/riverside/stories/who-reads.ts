import { lookStudent } from '#coordination/look-student.ts'
import { lookExplanation } from '#family/look-explanation.ts'
import { lookInbox } from '#referrals/look-inbox.ts'
import { lookPacket } from '#referrals/look-packet.ts'
import { families } from '../families.ts'
import type { Story } from './story.ts'

/** The agency reads what it was sent, and the school opens the page of a student: a family sees both. */
export const whoReads: Story = async ({ teller, almanac: { moment } }) => {
  teller.at(moment(-1, '09:15'))
  const noor = teller.being('noor')
  const { parts } = await lookInbox.see(noor, {})
  for (const { id: referralId } of Object.values(parts).flat()) await lookPacket.see(noor, { referralId })
  teller.at(moment(-1, '10:05'))
  const { id: studentId } = families.sofia
  await lookStudent.see(teller.being('maya'), { studentId })
  await lookExplanation.see(teller.being('maya'), { studentId, lang: 'es' })
}
