import { setAbsence } from '#district/set-absence.ts'
import { cast } from '../riverside/cast.ts'
import type { agencyStory } from './agency-story.ts'

type Story = Pick<Awaited<ReturnType<typeof agencyStory>>, 'being' | 'must'>

/** A navigator who is away some weeks from now. */
export async function absenceIds({ being, must }: Story): Promise<Record<string, string>> {
  const days = { fromOn: '2026-11-30', throughOn: '2026-12-01' }
  const away = { personId: cast.maya.id, backupId: cast.grace.id, ...days }
  return { absenceId: must(await setAbsence.perform(being('maya'), away)).absenceId }
}
