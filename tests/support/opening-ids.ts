import { breakGlass } from '#people/break-glass.ts'
import { families } from '../riverside/families.ts'
import type { AgencyStory } from './agency-story.ts'

/** Somebody of another school who opened Sofia. */
export async function openingIds({ being, must }: AgencyStory): Promise<{ openingId: string }> {
  const { localId: number, born: bornOn } = families.sofia
  const why = { reason: 'here_now', words: 'She is in my office and asks for me.' }
  const outcome = must(await breakGlass.perform(being('priya'), { number, bornOn, ...why }))
  return { openingId: outcome.openingId }
}
