import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { standInRoles } from './absence.ts'
import { ableToStandIn, backupOf, saveBackup } from './absence-store.ts'
import { backupWords } from './absence-words.ts'
import { dayOf } from './calendar-hours.ts'
import { mayKeepAbsence } from './set-absence.ts'
import { calendarOf } from './store.ts'

/** Whoever owns something names who stands in, before it is needed. */
export const nameBackup = act({
  name: 'district/name-backup',
  by: standInRoles,
  given: z.object({ personId: id, backupId: id }),
  refusals: backupWords,
  fields: { not_able: 'backupId', named_already: 'backupId' },
  async do(unit, { personId, backupId }) {
    const today = dayOf(await calendarOf(unit.tx), unit.now)
    if (!(await mayKeepAbsence(unit, personId, today))) return notFound()
    unit.permit(true, { type: 'person', id: personId })
    const able = await ableToStandIn(unit.tx, personId, today)
    if (!able.some(({ id: each }) => each === backupId)) return refused(['not_able'])
    if ((await backupOf(unit.tx, personId))?.id === backupId) return refused(['named_already'])

    await saveBackup(unit, personId, backupId)
    unit.record('person.backup_named', { type: 'person', id: personId }, { backup: backupId })
    return done({ personId })
  },
})
