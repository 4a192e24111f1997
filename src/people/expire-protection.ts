import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { giveBackContact } from './give-back-contact.ts'
import { isOver } from './protection.ts'
import { holdProtection } from './protection-store.ts'
import { endingWords } from './protection-words.ts'

/** The last day of a protection has passed. */
export const expireProtection = act({
  name: 'people/expire-protection',
  by: ['system'],
  given: z.object({ protectionId: id }),
  refusals: endingWords,
  async do(unit, { protectionId }) {
    const held = (await holdProtection(unit.tx, protectionId)) ?? notFound()
    unit.permit(true, { type: 'protected_contact', id: held.id, studentId: held.studentId })
    if (!isOver(held, dayOf(await calendarOf(unit.tx), unit.now))) return refused(['not_over'])
    await giveBackContact(unit, held, 'day_came')
    return done({ protectionId })
  },
})
