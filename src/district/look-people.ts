import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { inviters } from '#access/sign-in/invite-person.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { dayOf } from './calendar-hours.ts'
import { findPeople, findPersonRow, type PersonRow } from './people-store.ts'
import { accessEnders, mayEndAccess, mayKeepPeople } from './policy.ts'
import { removalsWaiting, waitingRemoval } from './second-step-store.ts'
import { calendarOf } from './store.ts'

/** Most people one page shows. Whoever needs more types a part of the name. */
export const mostPeople = 50

/** Who has access to this district, and as what: for those who give it and take it away. */
export const lookPeople = look({
  name: 'district/people',
  by: inviters,
  given: z.object({ q: z.string().max(200, 'Use at most 200 characters').default('') }),
  shows: 'no student',
  async see(view, { q }) {
    view.permit(true)
    view.sawNoStudent()
    const typed = q.normalize('NFC').trim()
    const found = await findPeople(view.tx, { typed, families: false, limit: mostPeople + 1 })
    const today = dayOf(await calendarOf(view.tx), view.now)
    const lost = await removalsWaiting(view.tx, view.now)
    return { typed, today, people: found.slice(0, mostPeople), more: found.length > mostPeople, lost }
  },
})

/**
 * Somebody who works here. Families are read where their child's record is, and each reading is written down
 * there.
 * @throws Problem not_found
 */
async function whoWorks({ tx }: Viewing, personId: string): Promise<PersonRow> {
  const person = await findPersonRow(tx, personId)
  return person === undefined || person.ofFamily ? notFound() : person
}

/** One person: what they hold, and what may be done about it. */
export const lookPerson = look({
  name: 'district/person',
  by: inviters,
  given: z.object({ personId: id }),
  shows: 'no student',
  async see(view, { personId }) {
    view.permit(true)
    view.sawNoStudent()
    const person = await whoWorks(view, personId)
    const today = dayOf(await calendarOf(view.tx), view.now)
    const mayEnd = mayEndAccess(view.actor) && person.id !== view.actor.personId
    const lost = await waitingRemoval(view.tx, { personId, now: view.now })
    return { person, today, mayEnd, lost: lost ?? null }
  },
})

/** The form for another address of somebody's sign-in, for whoever may change it. */
export const lookAddress = look({
  name: 'district/address',
  by: accessEnders,
  given: z.object({ personId: id }),
  shows: 'no student',
  async see(view, { personId }) {
    view.permit(mayEndAccess(view.actor))
    view.sawNoStudent()
    return { person: await whoWorks(view, personId) }
  },
})

/** The question before somebody's access ends, for whoever may end it. */
export const lookEnding = look({
  name: 'district/ending',
  by: accessEnders,
  given: z.object({ personId: id }),
  shows: 'no student',
  async see(view, { personId }) {
    view.permit(mayEndAccess(view.actor))
    view.sawNoStudent()
    return { person: await whoWorks(view, personId) }
  },
})

/** The question whether somebody lost every second step, for who asks it and who confirms it. */
export const lookLostStep = look({
  name: 'district/lost-second-step',
  by: inviters,
  given: z.object({ personId: id }),
  shows: 'no student',
  async see(view, { personId }) {
    view.permit(mayKeepPeople(view.actor))
    view.sawNoStudent()
    const person = await whoWorks(view, personId)
    const calendar = await calendarOf(view.tx)
    const lost = await waitingRemoval(view.tx, { personId, now: view.now })
    return {
      person,
      lost: lost === undefined ? null : { ...lost, askedOn: dayOf(calendar, lost.askedAt) },
      mayAsk: mayEndAccess(view.actor) && personId !== view.actor.personId,
      mayConfirm: lost !== undefined && ![lost.askedBy, personId].includes(String(view.actor.personId)),
    }
  },
})
