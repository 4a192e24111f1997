import { importInstrument } from '#screenings/import-instrument.ts'
import { loadResults } from '#screenings/load-results.ts'
import { openRound } from '#screenings/open-round.ts'
import { optOut } from '#screenings/opt-out.ts'
import { setCutOff } from '#screenings/set-cut-off.ts'
import { answerFileOf, type AnswerLine, sampleInstrument } from '../../support/screening-files.ts'
import { families } from '../families.ts'
import { schools } from '../places.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

const fine = 'never some_days never never'

/**
 * Alder Creek screens three grades with our sample instrument. One family does not want it, one result comes
 * to triage, and so few took part that no count is shown.
 */
export const screeningRounds: Story = async ({ teller, almanac: { moment, day } }) => {
  teller.at(moment(-14, '09:10'))
  const yolanda = teller.being('yolanda')
  const { instrumentId } = await perform(yolanda, importInstrument, { file: [sampleInstrument()] })
  const decision = 'Sample: not approved for use. Set to try it out.'
  await perform(yolanda, setCutOff, { instrumentId, points: '5', decision })
  teller.at(moment(-12, '10:30'))
  const daniel = teller.being('daniel')
  const round = { schoolId: schools.alderCreek.id, instrumentId, grades: ['6', '7', '8'] }
  const { roundId } = await perform(daniel, openRound, { ...round, opensOn: day(-12), closesOn: day(-3) })
  await perform(daniel, optOut, { studentId: families.mateo.id, saidOn: day(-12) })
  teller.at(moment(-1, '15:50'))
  const lines: AnswerLine[] = [
    [families.theo.localId, day(-10), fine],
    [families.tessa.localId, day(-10), 'most_days some_days most_days never'],
  ]
  await perform(daniel, loadResults, { roundId, file: [answerFileOf(lines)] })
}
