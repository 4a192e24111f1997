import { addCaregiver } from '#people/add-caregiver.ts'
import { cast } from '../cast.ts'
import { families } from '../families.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

/**
 * A teacher at the high school is the aunt of a student elsewhere: somebody puts her down with the address
 * she signs in with. At work that student is closed to her from then on; the privacy officer looks at it.
 */
export const familyAtWork: Story = async ({ teller, almanac: { moment } }) => {
  teller.at(moment(-3, '14:25'))
  await perform(teller.being('maya'), addCaregiver, {
    studentId: families.nadia.id,
    name: cast.karen.name,
    relationship: 'relative',
    authority: 'may_not_consent',
    phone: '555-0171',
    email: cast.karen.email,
    language: 'en',
    interpreter: 'no',
    contactRule: 'any',
  })
}
