import { acknowledgeTerms } from '#acknowledgements/acknowledge-terms.ts'
import { publishTerms } from '#acknowledgements/publish-terms.ts'
import { sampleTerms } from '#acknowledgements/shipped-terms.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

/** The district words anew what teachers keep to, for two months at first: it ends in ten days for one of them. */
export const whatPeopleKeepTo: Story = async ({ teller, almanac: { moment, day } }) => {
  teller.at(moment(-50, '09:00'))
  const { id: termsId } = await perform(teller.being('leila'), publishTerms, {
    audience: 'teacher',
    version: 1,
    lines: [...sampleTerms.teacher, 'I ask the privacy officer before I try a new tool with students.'].join(
      '\n',
    ),
    validDays: 60,
    inForceOn: day(-50),
  })
  teller.at(moment(-50, '12:20'))
  await perform(teller.being('joan'), acknowledgeTerms, { termsId })
}
