import { addLegalRule } from '#partnership/add-legal-rule.ts'
import { linkLegalRule } from '#partnership/link-legal-rule.ts'
import { reviewLegalRule } from '#partnership/review-legal-rule.ts'
import { cast } from '../cast.ts'
import { agreementId } from '../agency-rows.ts'
import { partners } from '../places.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

/** Three rules: one that an agreement implements and was looked at, one overdue, one of the district. */
export const register: Story = async ({ teller, almanac: { moment, day } }) => {
  teller.at(moment(-24, '11:00'))
  const leila = teller.being('leila')
  const owned = { ownerId: cast.leila.id }
  const { legalRuleId } = await perform(leila, addLegalRule, {
    ...owned,
    level: 'federal',
    title: 'Family Educational Rights and Privacy Act',
    source: '20 U.S.C. 1232g; 34 CFR part 99',
    reviewOn: day(-10),
  })
  await perform(leila, linkLegalRule, { legalRuleId, agreementId: agreementId(partners.cedarStreet.id) })
  const state = { level: 'state', title: 'Consent of minors to counseling', source: 'Invented for Riverside' }
  await perform(leila, addLegalRule, { ...owned, ...state, reviewOn: day(-3) })
  const local = { level: 'local', title: 'Board policy on student records', source: 'Policy 5125' }
  await perform(leila, addLegalRule, { ...local, ownerId: cast.yolanda.id, reviewOn: '2027-06-01' })
  teller.at(moment(-10, '16:00'))
  const found = { found: 'Nothing changed that touches our forms.', nextReviewOn: '2027-06-01' }
  await perform(teller.being('leila'), reviewLegalRule, { legalRuleId, ...found })
}
