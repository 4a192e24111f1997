import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { judged, type Lack, lacking } from './lost.ts'
import { insertCheck } from './lost-check-store.ts'
import { openRecords } from './lost-store.ts'

/** Keeps what one look through everything open found, and what became of it. */
export const keepCheck = act({
  name: 'coordination/keep-check',
  by: ['system'],
  given: z.object({ before: z.custom<readonly Lack[]>() }),
  async do(unit, { before }) {
    unit.permit(true)
    const open = await openRecords(unit.tx, unit.now)
    const findings = judged(before, lacking(open))
    const day = dayOf(await calendarOf(unit.tx), unit.now)
    const checkId = await insertCheck(unit, { day, open: open.length, findings })
    const repaired = findings.filter((each) => each.repaired).length
    const counts = { open: open.length, found: findings.length, repaired }
    unit.record('lost.checked', { type: 'lost_check', id: checkId }, counts)
    return done({ checkId, ...counts })
  },
})
