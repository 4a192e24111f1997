import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import { statement } from '#platform/database/query.ts'
import type { Weekday } from './calendar.ts'
import type { OpenDay } from './rules.ts'

const addClosure = statement(
  ($: { district: string; id: string; on: string; label: string }) => sql`
    insert into school_closure (district_id, on_day, id, label) values (${$.district}, ${$.on}, ${$.id}, ${$.label})`,
)

/** Adds a day without school and answers its id. */
export async function insertClosure(
  unit: Unit,
  { onDay, label }: { onDay: string; label: string },
): Promise<string> {
  const id = unit.id()
  await unit.tx.run(addClosure, { district: unit.districtId, id, on: onDay, label })
  unit.tx.forget('calendar')
  return id
}

const removeClosure = statement(
  ($: { district: string; id: string }) => sql<{ onDay: string }>`
    delete from school_closure where district_id = ${$.district} and id = ${$.id} returning on_day as "onDay"`,
)

/** Takes a day off the list; undefined when it was not on it. */
export function deleteClosure({ tx, districtId }: Unit, id: string) {
  tx.forget('calendar')
  return tx.maybe(removeClosure, { district: districtId, id })
}

type HoursRow = { weekday: Weekday; id: string; opens: string; closes: string }
const held = statement(
  ($: { district: string }) => sql<HoursRow>`
    select weekday, id, to_char(opens, 'HH24:MI') as opens, to_char(closes, 'HH24:MI') as closes
    from working_hours where district_id = ${$.district} order by weekday for no key update`,
)
const put = statement(
  ($: { district: string; weekday: number; id: string; opens: string; closes: string }) => sql`
    insert into working_hours (district_id, weekday, id, opens, closes)
    values (${$.district}, ${$.weekday}, ${$.id}, ${$.opens}, ${$.closes})
    on conflict (district_id, weekday) do update set opens = excluded.opens, closes = excluded.closes`,
)
const drop = statement(
  ($: { district: string; weekday: number }) => sql`
    delete from working_hours where district_id = ${$.district} and weekday = ${$.weekday}`,
)

export type HoursChange = { weekday: Weekday; id: string; change: 'set' | 'changed' | 'removed' }

/**
 * Makes these the working hours, and answers which weekdays that touched: what did not change is left alone.
 */
export async function replaceHours(unit: Unit, wanted: readonly OpenDay[]): Promise<HoursChange[]> {
  const district = unit.districtId
  const before = new Map((await unit.tx.all(held, { district })).map((row) => [row.weekday, row]))
  const changes: HoursChange[] = []
  unit.tx.forget('calendar')
  for (const day of wanted) {
    const row = before.get(day.weekday)
    if (row !== undefined && row.opens === day.opens && row.closes === day.closes) continue
    const id = row?.id ?? unit.id()
    await unit.tx.run(put, { district, id, ...day })
    changes.push({ weekday: day.weekday, id, change: row === undefined ? 'set' : 'changed' })
  }
  const kept = new Set(wanted.map(({ weekday }) => weekday))
  for (const { weekday, id } of before.values()) {
    if (kept.has(weekday)) continue
    await unit.tx.run(drop, { district, weekday })
    changes.push({ weekday, id, change: 'removed' })
  }
  return changes
}
