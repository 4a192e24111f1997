import { z } from 'zod'
import { act, done } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { saveEvents, studentsNamed } from './event-store.ts'
import { eventFileGiven } from './event-file.ts'
import { insertImport } from './import-store.ts'
import type { FileRead } from './read-file.ts'
import { importers } from './policy.ts'
import { warn } from './warn.ts'

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

/**
 * Takes a file of days missed, incidents or exclusions in, whole or not at all. The same file again changes
 * nothing and raises nothing; what crosses a limit of the district raises a concern [R002] [R003] [R368].
 */
export const importEvents = act({
  name: 'warnings/import-events',
  by: importers,
  given: z.object({ file: eventFileGiven }),
  async do(unit, { file: { read, hash } }) {
    unit.permit(true)
    const importId = unit.id()
    const events = await matched(unit, read)
    const { saved, setAsideOf } = await saveEvents(unit, events, importId)
    const added = saved.filter(({ isNew }) => isNew).length
    const students = [...new Set([...saved.map(({ studentId }) => studentId), ...setAsideOf])]
    const raised = students.length === 0 ? 0 : await warn(unit, students)
    insertImport(unit, {
      id: importId,
      kind: read.kind,
      fileHash: hash,
      added,
      changed: saved.length - added,
      same: events.length - saved.length,
      unknown: read.lines.length - events.length,
      raised,
      ignored: read.ignored,
    })
    trace(unit, importId, { kind: read.kind, students })
    return done({ importId, added, changed: saved.length - added, raised })
  },
})
