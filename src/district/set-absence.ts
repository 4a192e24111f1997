import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Actor } from '#access/actor.ts'
import type { Role } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import { day, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { absenceKeepers, obstaclesToAbsence, standInRoles } from './absence.ts'
import { ableToStandIn, absencesOf, colleaguesOf, insertAbsence } from './absence-store.ts'
import { absenceObstacleWords } from './absence-words.ts'
import { dayOf } from './calendar-hours.ts'
import { calendarOf } from './store.ts'

const keeps = ({ role }: Actor) => (absenceKeepers as readonly Role[]).includes(role)

/** Whether somebody may say when a person is away: each of themselves, leads of those at their schools. */
export async function mayKeepAbsence({ tx, actor }: Unit, personId: string, on: string): Promise<boolean> {
  if (actor.personId === personId) return true
  return keeps(actor) && (await colleaguesOf(tx, actor, on)).some(({ id: each }) => each === personId)
}

/** Somebody is away for some days, and says who stands in. */
export const setAbsence = act({
  name: 'district/set-absence',
  by: standInRoles,
  given: z.object({ personId: id, backupId: id, fromOn: day, throughOn: day }),
  refusals: absenceObstacleWords,
  fields: {
    ends_before_it_starts: 'throughOn',
    over_already: 'throughOn',
    away_already: 'fromOn',
    not_able: 'backupId',
  },
  async do(unit, given) {
    const today = dayOf(await calendarOf(unit.tx), unit.now)
    const { personId, fromOn, throughOn } = given
    if (!(await mayKeepAbsence(unit, personId, today))) return notFound()
    unit.permit(true, { type: 'person', id: personId })
    const able = await ableToStandIn(unit.tx, personId, today)
    const because = obstaclesToAbsence({
      ...given,
      today,
      able: able.map(({ id: each }) => each),
      others: await absencesOf(unit.tx, [personId], today),
    })
    if (because.length > 0) return refused(because)

    const absenceId = await insertAbsence(unit, given)
    const detail = { backup: given.backupId, from: fromOn, through: throughOn }
    unit.record('absence.set', { type: 'person', id: personId }, detail)
    return done({ absenceId })
  },
})
