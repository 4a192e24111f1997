import { z } from 'zod'
import { look } from '#access/look.ts'
import type { Role } from '#access/roles.ts'
import { absenceKeepers, standInRoles } from './absence.ts'
import { ableToStandIn, absencesOf, backupOf, colleaguesOf } from './absence-store.ts'
import { dayOf } from './calendar-hours.ts'
import { calendarOf } from './store.ts'

/** How many people a page offers to choose from, and how many days away it lists. */
const most = 60
const shown = <T>(rows: readonly T[]): T[] => rows.slice(0, most)

/** Who of one's schools is away and who stands in, and the forms to say so. */
export const lookAbsences = look({
  name: 'district/absences',
  by: standInRoles,
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(true)
    view.sawNoStudent()
    const { tx, actor, now } = view
    const today = dayOf(await calendarOf(tx), now)
    const self = actor.personId as string
    const [colleagues, able, backup] = await Promise.all([
      colleaguesOf(tx, actor, today),
      ableToStandIn(tx, self, today),
      backupOf(tx, self),
    ])
    const keeps = (absenceKeepers as readonly Role[]).includes(actor.role)
    const people = [...new Set([self, ...colleagues.map(({ id }) => id)])]
    return {
      self: { id: self, name: actor.name },
      backup,
      /** Who can stand in: for oneself, and, for leads, for anybody of their schools. */
      able: shown(
        keeps ? [...new Map([...able, ...colleagues].map((each) => [each.id, each])).values()] : able,
      ),
      people: shown(keeps ? colleagues : []),
      more: Math.max(able.length, colleagues.length) > most,
      absences: shown(await absencesOf(tx, people, today)).map((absence) => ({
        ...absence,
        mayEnd: keeps || absence.personId === self,
      })),
      today,
    }
  },
})
export type SeenAbsences = Awaited<ReturnType<typeof lookAbsences.see>>
