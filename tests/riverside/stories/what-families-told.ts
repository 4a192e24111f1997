import { keepProfile } from '#households/keep-profile.ts'
import { noteNeed } from '#households/note-need.ts'
import { families } from '../families.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

/**
 * Two families told of their days: one has no way to a visit and is short of food, which their navigator
 * sees to by the end of the week; the other drives itself, in the hours work leaves.
 */
export const whatFamiliesTold: Story = async ({ teller, almanac: { day, moment } }) => {
  teller.at(moment(-2, '11:10'))
  const maya = teller.being('maya')
  const sofia = { studentId: families.sofia.id }
  await perform(maya, keepProfile, {
    ...sofia,
    version: '0',
    workLimits: ['afternoons', 'shifts_change'],
    transport: 'none',
    capacity: 'with_help',
    siblingsShown: 'yes',
  })
  await perform(maya, noteNeed, { ...sofia, kind: 'food', dueOn: day(3) })
  const lena = { studentId: families.lena.id }
  await perform(maya, keepProfile, { ...lena, version: '0', workLimits: ['evenings'], transport: 'own_car' })
}
