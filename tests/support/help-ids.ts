import { requestHelp } from '#navigation/request-help.ts'
import type { agencyStory } from './agency-story.ts'

type Story = Awaited<ReturnType<typeof agencyStory>>

/** Practical help a family waits for. */
export async function helpIds({ being, must }: Story, referralId: string): Promise<Record<string, string>> {
  const food = { referralId, kind: 'food', dueOn: '2026-10-28' }
  return { helpId: must(await requestHelp.perform(being('maya'), food)).helpId }
}
