import { blockAccess } from '#people/block-access.ts'
import { declareConflict } from '#people/declare-conflict.ts'
import { liftBlock } from '#people/lift-block.ts'
import { protectContact } from '#people/protect-contact.ts'
import { cast } from '../cast.ts'
import { families } from '../families.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

/**
 * The nurse is a neighbor of one family and steps back; what one student once objected to holds no more. How
 * a mother is reached, and where they live, is protected by an order.
 */
export const keptAway: Story = async ({ teller, almanac }) => {
  const by = (key: 'ines' | 'leila', moment: Date) => {
    teller.at(moment)
    return teller.being(key)
  }
  const { moment } = almanac
  const objecting = { studentId: families.jordan.id, personId: cast.olive.id, kind: 'student_objection' }
  const { blockId } = await perform(by('leila', moment(-15, '11:20')), blockAccess, objecting)
  const lifting = { studentId: families.jordan.id, blockId, because: 'no_longer_holds' }
  await perform(by('leila', moment(-6, '15:10')), liftBlock, lifting)
  const order = {
    studentId: families.hana.id,
    reason: 'protective_order',
    endsOn: almanac.day(40),
    readers: [cast.leila.id, cast.maya.id],
  }
  const mother = { caregiverId: families.hana.caregivers[0]?.id, address: 'The county program, Box 40' }
  await perform(by('leila', moment(-6, '16:00')), protectContact, { ...order, ...mother })
  await perform(by('leila', moment(-6, '16:05')), protectContact, order)
  await perform(by('ines', moment(-5, '12:05')), declareConflict, { studentId: families.liam.id })
}
