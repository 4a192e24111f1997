import { acknowledgeTerms } from '#acknowledgements/acknowledge-terms.ts'
import { publishTerms } from '#acknowledgements/publish-terms.ts'
import { trainInGuide } from '#acknowledgements/train-in-guide.ts'
import { sampleTerms } from '#acknowledgements/shipped-terms.ts'
import { termsId as firstVersionOf } from '../acknowledged.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

const calendarDays = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000

/**
 * The district words anew what teachers keep to, to be read again soon: theirs ends in ten days. Some were
 * trained in how care is coordinated.
 */
export const whatPeopleKeepTo: Story = async ({ teller, almanac: { moment, day } }) => {
  const own = 'I ask the privacy officer before I try a new tool with students.'
  teller.at(moment(-15, '09:00'))
  const { id: termsId } = await perform(teller.being('leila'), publishTerms, {
    audience: 'teacher',
    version: 1,
    lines: [...sampleTerms.teacher, own].join('\n'),
    validDays: calendarDays(day(-15), day(0)) + 10,
    inForceOn: day(-15),
  })
  teller.at(moment(-15, '12:20'))
  for (const key of ['joan', 'karen'] as const)
    await perform(teller.being(key), acknowledgeTerms, { termsId })
  teller.at(moment(-14, '16:10'))
  for (const guide of ['care_coordination', 'wraparound'] as const)
    for (const key of ['grace', 'maya', 'ruth'] as const)
      await perform(teller.being(key), trainInGuide, { guide, termsId: firstVersionOf(guide) })
}
