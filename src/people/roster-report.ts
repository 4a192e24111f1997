import type { MarkState } from '#design/contract.ts'
import type { RosterSummary } from './roster-changes.ts'
import { rosterScreenWords } from './roster-screen-words.ts'

const say = rosterScreenWords()

/** What a roster does to one kind of record. A number that cannot be is undefined: such records are kept. */
export type CountRow = { kind: string; added: number; changed: number | undefined; left: number | undefined }

/** What a roster changes, kind by kind: the same on the page and on the command line. */
export const countRows = ({
  counts: { students, enrolments, caregivers, links, schools, staff },
}: RosterSummary): CountRow[] => [
  {
    kind: say('kind_students'),
    added: students.added,
    changed: students.changed,
    left: students.left,
  },
  {
    kind: say('kind_enrolments'),
    added: enrolments.added,
    changed: enrolments.changed,
    left: enrolments.ended,
  },
  { kind: say('kind_caregivers'), added: caregivers.added, changed: caregivers.changed, left: undefined },
  { kind: say('kind_links'), added: links.added, changed: undefined, left: links.ended },
  { kind: say('kind_schools'), added: schools.added, changed: schools.changed, left: schools.closed },
  { kind: say('kind_staff'), added: staff.added, changed: staff.changed, left: undefined },
]

export const countText = (value: number | undefined) =>
  value === undefined ? say('kept') : value.toLocaleString('en-US')

type Note = { s: MarkState; text: string }

/** What the counts do not say: who stays, who is taken to have left, and what somebody has to look at. */
export function notesOf({ counts, endedAbsent, format, refused, staffRoles }: RosterSummary): Note[] {
  const roles = Object.entries(staffRoles).map(([role, count]) => `${role} ${count}`)
  const whole = format.endsWith('bulk')
  const notes: (Note | false)[] = [
    counts.students.same > 0 && { s: 'next', text: say('students_same', { count: counts.students.same }) },
    counts.students.left > 0 && { s: 'next', text: say('left_stays') },
    endedAbsent && { s: 'next', text: say('ends_absent') },
    whole && !endedAbsent && refused.total > 0 && { s: 'late', text: say('ends_nobody') },
    whole &&
      counts.schools.notInFile > 0 && {
        s: 'due',
        text: say('schools_missing', { count: counts.schools.notInFile }),
      },
    counts.staff.gone > 0 && { s: 'due', text: say('staff_gone', { count: counts.staff.gone }) },
    roles.length > 0 && { s: 'next', text: say('roles_seen', { roles: roles.join(', ') }) },
  ]
  return notes.filter((note) => note !== false)
}

type Refused = RosterSummary['refused']['listed'][number]
export type RefusedGroup = Pick<Refused, 'file' | 'column' | 'reason'> & { lines: number[] }

/** Rows left out for one reason in one column of a file, together: one slip of an export repeats itself. */
export function groupRefused(listed: readonly Refused[]): RefusedGroup[] {
  const groups = new Map<string, RefusedGroup>()
  for (const { file, column, reason, line } of listed) {
    const key = `${file} ${column ?? ''} ${reason}`
    const group = groups.get(key) ?? { file, ...(column !== undefined && { column }), reason, lines: [] }
    group.lines.push(line)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** How far reading or applying has come, in words. @param progress null before it began */
export function stepText(progress: { step: string; done: number; total: number } | null): string {
  if (progress === null) return say('step_waiting')
  const { step, done, total } = progress
  if (step === 'reading') return say('step_reading', { done })
  if (step === 'laying_out') return say('step_laying_out', { done, total })
  const key = `step_${step}`
  return say.has(key) ? say(key as 'step_comparing') : say('step_waiting')
}
