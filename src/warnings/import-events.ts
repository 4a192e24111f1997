import { z } from 'zod'
import { act, done } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { ticked } from '#platform/given.ts'
import { saveEvents, standing, studentsNamed } from './event-store.ts'
import { eventFileGiven } from './event-file.ts'
import { attendanceTaken } from './happenings.ts'
import { type EventImport, insertImport } from './import-store.ts'
import type { FileRead } from './read-file.ts'
import { importers } from './policy.ts'
import { warn } from './warn.ts'

type Counts = Pick<EventImport, 'added' | 'changed' | 'same' | 'unknown' | 'raised'>
const sum = (one: Counts, other: Counts): Counts => ({
  added: one.added + other.added,
  changed: one.changed + other.changed,
  same: one.same + other.same,
  unknown: one.unknown + other.unknown,
  raised: one.raised + other.raised,
})

/** How many students one trace names. */
const atOnce = 400

/** The lines of students who are known here, each with its student. Of a name two go by, nobody can tell. */
async function matched(unit: Unit, { kind, lines }: FileRead) {
  const named = await studentsNamed(unit.tx, [...new Set(lines.map(({ student }) => student))])
  const ids = Map.groupBy(named, (each) => each.named)
  return lines.flatMap(({ student, line: _, ...said }) => {
    const found = new Set(ids.get(student)?.map(({ id }) => id))
    const [studentId] = found
    return found.size === 1 && studentId !== undefined ? [{ ...said, id: unit.id(), kind, studentId }] : []
  })
}

/** Traces whose events changed: a file about a whole district in pieces. */
function trace(
  unit: Unit,
  importId: string,
  { kind, students }: { kind: string; students: readonly string[] },
) {
  for (let from = 0; from === 0 || from < students.length; from += atOnce) {
    const studentIds = students.slice(from, from + atOnce)
    unit.record('school_events.imported', { type: 'school_event_import', id: importId, studentIds }, { kind })
  }
}

/** Takes one kind of a file in. @returns how it went, line by line counted */
async function takeIn(unit: Unit, read: FileRead, importId: string): Promise<Counts> {
  const events = await matched(unit, read)
  const { saved, setAsideOf } = await saveEvents(unit, events, importId)
  const added = saved.filter(({ isNew }) => isNew).length
  const students = [...new Set([...saved.map(({ studentId }) => studentId), ...setAsideOf])]
  const raised = students.length === 0 ? 0 : await warn(unit, students)
  trace(unit, importId, { kind: read.kind, students })
  if (read.kind === 'absence' && students.length > 0)
    await unit.tell(attendanceTaken, { studentIds: students })
  const unknown = read.lines.length - events.length
  return { added, changed: saved.length - added, same: events.length - saved.length, unknown, raised }
}

/** Says what taking it in would change, and changes nothing. */
async function foresee(unit: Unit, read: FileRead, importId: string): Promise<Counts> {
  const events = await matched(unit, read)
  const { known, same } = await standing(unit.tx, events)
  const unknown = read.lines.length - events.length
  unit.record('school_events.previewed', { type: 'school_event_import', id: importId }, { kind: read.kind })
  return { added: events.length - known, changed: known - same, same, unknown, raised: 0 }
}

/**
 * Takes a file of days missed, incidents or exclusions in, whole or not at all. The same file again changes
 * nothing and raises nothing; what crosses a limit of the district raises a concern [R002] [R003] [R368].
 * Whoever only looks first is told what it would change.
 */
export const importEvents = act({
  name: 'warnings/import-events',
  by: importers,
  given: z.object({ file: eventFileGiven, look: ticked }),
  async do(unit, { file: { reads, hash }, look: previewed }) {
    unit.permit(true)
    let all: Counts = { added: 0, changed: 0, same: 0, unknown: 0, raised: 0 }
    const importIds: string[] = []
    for (const read of reads) {
      const id = unit.id()
      const counts = await (previewed ? foresee : takeIn)(unit, read, id)
      insertImport(unit, { id, kind: read.kind, fileHash: hash, ...counts, ignored: read.ignored, previewed })
      importIds.push(id)
      all = sum(all, counts)
    }
    return done({ importIds, ...all })
  },
})
