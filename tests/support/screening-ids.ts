import { importInstrument } from '#screenings/import-instrument.ts'
import { openRound } from '#screenings/open-round.ts'
import { setCutOff } from '#screenings/set-cut-off.ts'
import { schools } from '../riverside/places.ts'
import type { agencyStory } from './agency-story.ts'
import { sampleInstrument } from './screening-files.ts'

type Story = Pick<Awaited<ReturnType<typeof agencyStory>>, 'being' | 'must'>

/** Our sample instrument with a cut-off of five points, and a round of it at Alder Creek this week. */
export async function screeningIds({
  being,
  must,
}: Story): Promise<{ instrumentId: string; roundId: string }> {
  const yolanda = being('yolanda')
  const { instrumentId } = must(await importInstrument.perform(yolanda, { file: [sampleInstrument()] }))
  must(await setCutOff.perform(yolanda, { instrumentId, points: '5', decision: 'Meeting of September' }))
  const round = { schoolId: schools.alderCreek.id, instrumentId, grades: ['6', '7', '8'] }
  const days = { opensOn: '2026-10-12', closesOn: '2026-10-16' }
  return {
    instrumentId,
    roundId: must(await openRound.perform(being('daniel'), { ...round, ...days })).roundId,
  }
}
