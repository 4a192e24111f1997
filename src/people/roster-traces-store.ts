import { sql } from 'kysely'

/** What a roster leaves in the trail, by what it did. */
export const rosterTraces = {
  schoolAdded: { type: 'school', name: 'school.added_by_roster' },
  schoolChanged: { type: 'school', name: 'school.changed_by_roster' },
  studentAdded: { type: 'student', name: 'student.added_by_roster' },
  studentChanged: { type: 'student', name: 'student.changed_by_roster' },
  studentLeft: { type: 'student', name: 'student.left_by_roster' },
  caregiverAdded: { type: 'caregiver', name: 'caregiver.added_by_roster' },
  caregiverChanged: { type: 'caregiver', name: 'caregiver.changed_by_roster' },
  staffAdded: { type: 'person', name: 'person.added_by_roster' },
  staffChanged: { type: 'person', name: 'person.changed_by_roster' },
} as const

type RosterTrace = (typeof rosterTraces)[keyof typeof rosterTraces]

/** The end of a statement that writes `w`, with the ids it touched: the trail names each of them once. */
export const noting = ({ type, name }: RosterTrace) =>
  sql`insert into touched (type, id, student_id, name)
    select ${sql.lit(type)}, id, ${type === 'student' ? sql`id` : sql`null::uuid`}, ${sql.lit(name)} from w`
