import { nameOutside } from '#navigation/name-outside.ts'
import { requestHelp } from '#navigation/request-help.ts'
import type { agencyStory } from './agency-story.ts'

type Story = Awaited<ReturnType<typeof agencyStory>>

/** Practical help a family waits for, and a provider outside the directory it turns to. */
export async function helpIds({ being, must }: Story, referralId: string): Promise<Record<string, string>> {
  const food = { referralId, kind: 'food', dueOn: '2026-10-28' }
  const named = {
    referralId,
    name: 'Harbor Counseling',
    phone: '555-0199',
    service: 'group',
    way: 'family_calls',
  }
  const { outsideId } = must(await nameOutside.perform(being('maya'), { ...named, callOn: '2026-10-20' }))
  return { outsideId, helpId: must(await requestHelp.perform(being('maya'), food)).helpId }
}
