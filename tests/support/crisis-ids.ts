import { approveSample } from '#standards/approve-sample.ts'
import type { agencyStory } from './agency-story.ts'

type Story = Awaited<ReturnType<typeof agencyStory>>

/** Somebody to call, and a version of the crisis standard that waits for signatures. */
export async function crisisIds({ being, must, admin }: Story): Promise<Record<string, string>> {
  const given = { kind: 'crisis', version: '1', decision: 'Board of October 12' }
  const { rows } = await admin.query<{ id: string }>(
    "select id from crisis_contact where kind = 'mobile_crisis'",
  )
  return {
    proposalId: must(await approveSample.perform(being('yolanda'), given)).id,
    contactId: rows[0]?.id as string,
  }
}
