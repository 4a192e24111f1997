import { z } from 'zod'
import { coversSchool } from '#access/actor.ts'
import { look, type Viewing } from '#access/look.ts'
import { careTeam } from '#access/roles.ts'
import { calendarOf, type SchoolCalendar, schoolChoice } from '#district/contract.ts'
import { asked, choose, idMeant, isOpen } from '#platform/choosing.ts'
import { isId } from '#platform/ids.ts'
import { pageKey, type PageKey, pageKeyText } from '#platform/page-key.ts'
import { clockWords } from '#standards/contract.ts'
import { decidersAt } from './deciders.ts'
import { followIfNamed, followsQueue, isDecider, mayTriage } from './policy.ts'
import { queueOf, type QueueLine } from './queue-store.ts'
import { isOverdue } from './rules.ts'

const pageSize = 40

/**
 * What the queue shows of a concern beside its facts: where its clock stands, and whether it is too old
 * [R025].
 */
const withClock = (line: QueueLine, { calendar, now }: { calendar: SchoolCalendar; now: Date }) => ({
  ...line,
  overdue: isOverdue(line, calendar, now),
  clock: clockWords(calendar, { dueAt: line.dueAt, now }),
})

/** A line without whom it is about, or what the checklist indicated, where they may not know. */
const knownOf = (view: Viewing, line: QueueLine): QueueLine => ({
  ...line,
  ...(!view.knows('identity') && { studentName: null, aboutName: null, grade: null }),
  indicated: view.knows('triage') ? line.indicated : null,
})

/** The queue of the school that was asked for, or of all; of none while it is not clear which is meant. */
async function narrowed(
  view: Viewing,
  { school, after }: { school?: string | undefined; after?: PageKey | undefined },
) {
  const { tx, actor } = view
  const choice = choose(school, schoolChoice(tx, actor))
  const found = async () => {
    const page = { school: await idMeant(school, choice), after, limit: pageSize + 1 }
    return queueOf(view, page)
  }
  const [calendar, choosing, lines] = await Promise.all([calendarOf(tx), choice, found()])
  return { calendar, choosing, lines: isOpen(choosing) ? [] : lines }
}

/**
 * The triage queue of one's schools: what is owed first on top, with source, duplicates and what is late
 * [R007].
 */
export const triageQueue = look({
  name: 'concerns/triage-queue',
  by: careTeam,
  ifNamed: followIfNamed,
  given: z.object({ school: asked, after: pageKey }),
  shows: { for: 'triage', whole: ['concerns'], parts: ['identity', 'triage'] },
  async see(view, given) {
    const reader = { actor: view.actor, deciders: await decidersAt(view) }
    const covered = !isId(given.school ?? '') || coversSchool(view.actor, given.school ?? '')
    view.permit(covered && followsQueue(view.actor.role, reader.deciders))
    const { calendar, choosing, lines } = await narrowed(view, given)
    const shown = lines.slice(0, pageSize)
    const last = lines.length > pageSize ? shown.at(-1) : undefined
    view.saw({ type: 'concern', id: null, studentIds: shown.flatMap(({ studentId }) => studentId ?? []) })
    return {
      at: view.now,
      timeZone: calendar.timeZone,
      concerns: shown.map((line) => ({
        ...withClock(knownOf(view, line), { calendar, now: view.now }),
        mayTriage: mayTriage(reader, line),
      })),
      choosing,
      maySeeClosed: isDecider(view.actor.role, reader.deciders),
      first: given.after === undefined,
      next: last === undefined ? null : pageKeyText({ at: last.dueAt, id: last.id }),
    }
  },
})
