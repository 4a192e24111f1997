import { z } from 'zod'
import { coversSchool } from '#access/actor.ts'
import { look } from '#access/look.ts'
import { triageStaff } from '#access/roles.ts'
import { calendarOf, listSchools, type SchoolCalendar } from '#district/contract.ts'
import { id, optionalText } from '#platform/given.ts'
import { isId } from '#platform/ids.ts'
import { clockWords } from '#standards/contract.ts'
import { mayTriage } from './policy.ts'
import { queueOf, type QueueLine } from './queue-store.ts'
import { isOverdue } from './rules.ts'

const pageSize = 40

/** The key a page starts after: an instant and an id. */
export function keyFrom(typed: string | undefined): { dueAt: Date; id: string } | undefined {
  const [at = '', after = ''] = (typed ?? '').split('_')
  const dueAt = new Date(at)
  return Number.isNaN(dueAt.getTime()) || !isId(after) ? undefined : { dueAt, id: after }
}

/**
 * What the queue shows of a concern beside its facts: where its clock stands, and whether it is too old
 * [R025].
 */
const withClock = (line: QueueLine, { calendar, now }: { calendar: SchoolCalendar; now: Date }) => ({
  ...line,
  overdue: isOverdue(line, calendar, now),
  clock: clockWords(calendar, { dueAt: line.dueAt, now }),
})

/**
 * The triage queue of one's schools: what is owed first on top, with source, duplicates and what is late
 * [R007].
 */
export const triageQueue = look({
  name: 'concerns/triage-queue',
  by: [...triageStaff, 'student_support_head'],
  given: z.object({ school: id.optional(), after: optionalText(80) }),
  async see(view, { school, after }) {
    view.permit(school === undefined || coversSchool(view.actor, school))
    const calendar = await calendarOf(view.tx)
    const lines = await queueOf(view.tx, view.actor, { school, after: keyFrom(after), limit: pageSize + 1 })
    const shown = lines.slice(0, pageSize)
    const last = lines.length > pageSize ? shown.at(-1) : undefined
    view.saw({ type: 'concern', id: null, studentIds: shown.flatMap(({ studentId }) => studentId ?? []) })
    const schools = (await listSchools(view.tx)).filter((each) => coversSchool(view.actor, each.id))
    return {
      at: view.now,
      timeZone: calendar.timeZone,
      concerns: shown.map((line) => ({
        ...withClock(line, { calendar, now: view.now }),
        mayTriage: mayTriage(view.actor, line),
      })),
      schools: schools.map((each) => ({ id: each.id, name: each.name })),
      school: school ?? null,
      first: after === undefined,
      next: last === undefined ? null : `${last.dueAt.toISOString()}_${last.id}`,
    }
  },
})
