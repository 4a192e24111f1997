import { askEscalation } from '#escalations/ask-escalation.ts'
import { confirmCapacity } from '#escalations/confirm-capacity.ts'
import { recordContact } from '#escalations/record-contact.ts'
import type { agencyStory } from './agency-story.ts'

type Story = Awaited<ReturnType<typeof agencyStory>>

/** A stalled loop of which the family and the agency were asked, so that a decision is what is left. */
export async function escalationIds({ being, must, decide }: Story): Promise<Record<string, string>> {
  const referralId = await decide('emma')
  const asked = { referralId, words: 'Nobody answers' }
  const { escalationId } = must(await askEscalation.perform(being('maya'), asked))
  must(await recordContact.perform(being('ruth'), { escalationId, reached: 'no', barriers: [] }))
  must(await confirmCapacity.perform(being('ruth'), { escalationId, acceptance: 'waitlist' }))
  return { escalationId }
}
