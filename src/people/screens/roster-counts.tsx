import { MarkedList, Table } from '#design/contract.ts'
import type { RosterSummary } from '../roster-changes.ts'
import { rosterScreenWords } from '../roster-screen-words.ts'

const say = rosterScreenWords()

type Row = { kind: string; added: number; changed: number | undefined; left: number | undefined }

const rowsOf = ({
  counts: { students, enrolments, caregivers, links, schools, staff },
}: RosterSummary): Row[] => [
  { kind: say('kind_students'), ...students },
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

function notesOf({ counts, endedAbsent, format, refused, staffRoles }: RosterSummary) {
  const roles = Object.entries(staffRoles).map(([role, count]) => `${role} ${count}`)
  const whole = format.endsWith('bulk')
  return [
    { s: 'next' as const, text: say('students_same', { count: counts.students.same }) },
    { s: 'next' as const, text: say('left_stays') },
    ...(endedAbsent ? [{ s: 'next' as const, text: say('ends_absent') }] : []),
    ...(whole && !endedAbsent && refused.total > 0 ? [{ s: 'late' as const, text: say('ends_nobody') }] : []),
    ...(whole && counts.schools.notInFile > 0
      ? [{ s: 'due' as const, text: say('schools_missing', { count: counts.schools.notInFile }) }]
      : []),
    ...(counts.staff.gone > 0
      ? [{ s: 'due' as const, text: say('staff_gone', { count: counts.staff.gone }) }]
      : []),
    ...(roles.length > 0
      ? [{ s: 'next' as const, text: say('roles_seen', { roles: roles.join(', ') }) }]
      : []),
  ]
}

const number = (value: number | undefined) =>
  value === undefined ? say('kept') : value.toLocaleString('en-US')

/** What a roster changes, kind by kind, and what it leaves alone. */
export const RosterCountsSection = ({ summary, applied }: { summary: RosterSummary; applied: boolean }) => (
  <section class="flow" aria-labelledby="counts">
    <h2 id="counts">{say(applied ? 'did_change' : 'would_change')}</h2>
    <Table
      caption={summary.format}
      rows={rowsOf(summary)}
      narrow="pairs"
      columns={[
        { head: say('head_kind'), cell: ({ kind }) => kind },
        { head: say('head_added'), cell: ({ added }) => number(added), num: true },
        { head: say('head_changed'), cell: ({ changed }) => number(changed), num: true },
        { head: say('head_left'), cell: ({ left }) => number(left), num: true },
      ]}
    />
    <MarkedList items={notesOf(summary)} />
  </section>
)
