import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf, findSchool, getDistrict } from '#district/contract.ts'
import { notFound } from '#platform/problem.ts'
import { decidersAt } from './deciders.ts'
import { crisisContactsAt, openServices } from './help-store.ts'
import { readersFrom } from './policy.ts'
import { readBy } from './read-by.ts'

/**
 * The public page of a school: whom to call now, how to ask for help, who will read it and by when, and who
 * can help. It knows no student
 * [R004] [R005].
 */
export const askPage = look({
  name: 'concerns/ask',
  by: ['public'],
  given: z.object({ place: z.string().max(60) }),
  shows: 'no student',
  async see(view, { place }) {
    const schoolId = view.actor.schoolIds?.[0] ?? notFound()
    view.permit(true)
    view.sawNoStudent()
    const school = (await findSchool(view.tx, schoolId)) ?? notFound()
    const deciders = await decidersAt(view)
    return {
      place,
      district: (await getDistrict(view.tx)).name,
      school: { name: school.name, phone: school.phone },
      /** Until a school works with this, nobody there reads what would be asked. */
      isOpen: school.liveOn !== null && school.liveOn <= dayOf(await calendarOf(view.tx), view.now),
      contacts: await crisisContactsAt(view.tx, { schoolId, now: view.now }),
      services: await openServices(view.tx),
      readers: { student: readersFrom('student', deciders), caregiver: readersFrom('caregiver', deciders) },
      readBy: await readBy(view),
    }
  },
})
