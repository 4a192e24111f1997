import { acknowledgeTerms } from '#acknowledgements/acknowledge-terms.ts'
import { publishTerms } from '#acknowledgements/publish-terms.ts'
import { sampleTerms } from '#acknowledgements/shipped-terms.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

/** The district words anew what teachers keep to, for a month at first: it ends in ten days. */
export const whatPeopleKeepTo: Story = async ({ teller, almanac: { moment, day } }) => {
  teller.at(moment(-20, '09:00'))
  const { id: termsId } = await perform(teller.being('leila'), publishTerms, {
    audience: 'teacher',
    version: 1,
    lines: [...sampleTerms.teacher, 'I ask the privacy officer before I try a new tool with students.'].join(
      '\n',
    ),
    validDays: 30,
    inForceOn: day(-20),
  })
  teller.at(moment(-20, '12:20'))
  for (const key of ['joan', 'karen'] as const)
    await perform(teller.being(key), acknowledgeTerms, { termsId })
}
