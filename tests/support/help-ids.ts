import { nameOutside } from '#navigation/name-outside.ts'
import { noteNeed } from '#households/note-need.ts'
import { requestHelp } from '#navigation/request-help.ts'
import { families } from '../riverside/families.ts'
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
  const short = (studentId: string) =>
    noteNeed.perform(being('maya'), { studentId, kind: 'food', dueOn: '2026-10-28' })
  const { needId } = must(await short(families.sofia.id))
  // The family of the open referral is short of food too: a barrier is suggested there.
  must(await short(families.kayla.id))
  return { outsideId, needId, helpId: must(await requestHelp.perform(being('maya'), food)).helpId }
}
