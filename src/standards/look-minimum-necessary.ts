import { z } from 'zod'
import { look } from '#access/look.ts'
import { mostKnown, rolesInMatrix } from '#access/minimum-necessary-version.ts'
import { dataClasses } from '#database/classes.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { choice } from '#platform/given.ts'
import { latestVersion } from './latest-version.ts'
import { mayPublish } from './policy.ts'

/** A cell of the matrix, as an address names it. */
export const ofCell = {
  role: choice(rolesInMatrix).default('counselor').catch('counselor'),
  dataClass: choice(dataClasses).default('packets').catch('packets'),
}

/** One cell by the last version, for whoever writes the next one. */
export const lookMinimumNecessary = look({
  name: 'standards/minimum-necessary-to-edit',
  by: ['district_head'],
  given: z.object(ofCell),
  shows: 'no student',
  async see(view, { role, dataClass }) {
    view.permit(mayPublish(view.actor))
    view.sawNoStudent()
    const { version, body } = await latestVersion(view, 'minimum_necessary')
    const cell = body.cells[role]?.[dataClass]
    return {
      today: dayOf(await calendarOf(view.tx), view.now),
      version,
      role,
      dataClass,
      chosen: cell?.for ?? [],
      because: cell?.because ?? null,
      most: mostKnown(role, dataClass),
    }
  },
})
