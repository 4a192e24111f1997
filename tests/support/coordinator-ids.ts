import { assignCoordinator } from '#caseloads/assign-coordinator.ts'
import { cast } from '../riverside/cast.ts'
import { partners } from '../riverside/places.ts'
import type { agencyStory } from './agency-story.ts'

type Story = Pick<Awaited<ReturnType<typeof agencyStory>>, 'being' | 'must'>

/** A care coordinator of another agency than the one most referrals go to. */
export async function coordinatorIds({ being, must }: Story): Promise<Record<string, string>> {
  const given = { personId: cast.grace.id, partnerId: partners.northbank.id }
  return { coordinationId: must(await assignCoordinator.perform(being('ruth'), given)).coordinationId }
}
