import { drawSample } from '#governance/draw-sample.ts'
import { lookCase } from '#governance/look-case.ts'
import { lookSample } from '#governance/look-sample.ts'
import { reviewCase } from '#governance/review-case.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

/**
 * A sample of the last weeks was drawn. Samuel, who took no part in the incident that came, found one step
 * otherwise than the record says.
 */
export const caseSamples: Story = async ({ teller, almanac: { moment, day } }) => {
  teller.at(moment(-2, '09:05'))
  const drawing = { fromOn: day(-40), untilOn: day(-3), override: 5, crisis: 10 }
  const { sampleId } = await perform(teller.being('thomas'), drawSample, drawing)
  teller.at(moment(-1, '11:20'))
  const samuel = teller.being('samuel')
  const { cases } = await lookSample.see(samuel, { sampleId })
  const sampled = cases.find(({ incidentId }) => incidentId !== null)
  if (sampled === undefined) throw new Error('No incident was drawn')
  const { recorded } = await lookCase.see(samuel, { caseId: sampled.id })
  await perform(samuel, reviewCase, {
    caseId: sampled.id,
    marks: { ...recorded, clinician: 'not_documented' },
    reason: 'It says that nobody is known. Nothing says who was asked.',
  })
}
