import { newId } from '#platform/ids.ts'
import { nameWords } from '#platform/name-words.ts'
import type { AssembledRoster, EnrolmentRow, GuardianshipRow, Names } from './roster/assembled.ts'
import type { Relationship } from './student.ts'

/**
 * Rows as they are laid out beside the district's own tables, each with the id it gets if it is new there.
 */
export type RosterRows = {
  readonly school: {
    source_id: string
    id: string
    name: string
    level: Level
    public_code: string
    ended: boolean
  }[]
  readonly student: StudentRow[]
  readonly enrolment: EnrolmentStage[]
  readonly caregiver: {
    source_id: string
    id: string
    name: string
    phone: Given
    email: Given
    ended: boolean
  }[]
  readonly link: { student: string; caregiver: string; relationship: Relationship; ended: boolean }[]
  readonly staff: { source_id: string; id: string; name: string; email: Given; ended: boolean }[]
  readonly birth: { source_id: string; born_on: string }[]
}

type Given = string | null
type Level = 'elementary' | 'middle' | 'high' | 'other'
type StudentRow = Record<'source_id' | 'id' | 'given_name' | 'family_name' | 'grade', string> &
  Record<'local_id' | 'preferred_name' | 'born_on', Given> & {
    words: string[]
    ended: boolean
    whole: boolean
  }
type EnrolmentStage = Record<'id' | 'student' | 'school' | 'source_id', string> &
  Record<'starts_on' | 'ends_on', Given> & { is_primary: boolean | null; ended: boolean; weak: boolean }

const relationships: Record<GuardianshipRow['relationship'], Relationship> = {
  parent: 'parent',
  guardian: 'guardian',
  relative: 'relative',
  aide: 'other',
}

const fullName = ({ preferredGivenName, givenName, preferredFamilyName, familyName }: Names) =>
  `${preferredGivenName ?? givenName} ${preferredFamilyName ?? familyName}`.trim()

const bands: readonly { level: Level; grades: readonly string[] }[] = [
  { level: 'elementary', grades: ['PK', 'TK', 'K', 'KG', '1', '2', '3', '4', '5'] },
  { level: 'middle', grades: ['6', '7', '8'] },
  { level: 'high', grades: ['9', '10', '11', '12', '13'] },
]

/** The level most of a school's students are at: the standard does not tell the level of a school. */
export function levelOf(grades: readonly string[]): Level {
  const counts = bands.map(({ level, grades: of }) => ({
    level,
    count: grades.filter((grade) => of.includes(grade)).length,
  }))
  const most = counts.reduce((best, each) => (each.count > best.count ? each : best))
  return most.count * 2 > grades.length ? most.level : 'other'
}

function gradesBySchool(roster: AssembledRoster): Map<string, string[]> {
  const grades = new Map<string, string[]>()
  for (const { grade, enrolments } of roster.students) {
    for (const { schoolSourcedId, ended } of enrolments) {
      if (ended) continue
      const known = grades.get(schoolSourcedId)
      if (known === undefined) grades.set(schoolSourcedId, [grade])
      else known.push(grade)
    }
  }
  return grades
}

/** A public address for a school: its name in plain letters, and enough of its id to be the only one. */
const publicCode = (name: string, id: string) => [...nameWords(name).slice(0, 4), id.slice(-6)].join('-')

const enrolmentRow = (row: EnrolmentRow, at: number): EnrolmentStage => ({
  id: newId(at),
  student: row.studentSourcedId,
  school: row.schoolSourcedId,
  source_id: `${row.schoolSourcedId}@${row.beganOn ?? ''}`,
  starts_on: row.beganOn ?? null,
  ends_on: row.endedOn ?? null,
  is_primary: row.primary ?? null,
  ended: row.ended,
  weak: row.statedBy === 'class',
})

const schoolRows = (roster: AssembledRoster, at: number): RosterRows['school'] => {
  const grades = gradesBySchool(roster)
  return roster.schools.map(({ sourcedId, name, ended }) => {
    const id = newId(at)
    const level = levelOf(grades.get(sourcedId) ?? [])
    return { source_id: sourcedId, id, name, level, public_code: publicCode(name, id), ended }
  })
}

const studentRows = ({ students }: AssembledRoster, at: number): RosterRows['student'] =>
  students.map((row) => ({
    source_id: row.sourcedId,
    id: newId(at),
    local_id: row.localIdentifier ?? null,
    given_name: row.givenName,
    family_name: row.familyName,
    preferred_name: row.preferredGivenName ?? null,
    born_on: row.bornOn ?? null,
    grade: row.grade,
    words: nameWords(row.givenName, row.familyName),
    ended: row.ended,
    whole: row.enrolmentsAreWhole,
  }))

const adult = (
  row: Names & { sourcedId: string; email: string | undefined; ended: boolean },
  at: number,
) => ({
  source_id: row.sourcedId,
  id: newId(at),
  name: fullName(row),
  email: row.email ?? null,
  ended: row.ended,
})

/**
 * Lays an assembled roster out as rows.
 * @param at the moment the ids are made of, in milliseconds since the epoch
 */
export function rosterRows(roster: AssembledRoster, at: number): RosterRows {
  const { students, guardians, guardianships, staff, ofKnown } = roster
  const enrolments = [...students.flatMap((student) => student.enrolments), ...ofKnown.enrolments]
  return {
    school: schoolRows(roster, at),
    student: studentRows(roster, at),
    enrolment: enrolments.map((row) => enrolmentRow(row, at)),
    caregiver: guardians.map((row) => ({ ...adult(row, at), phone: row.phone ?? row.sms ?? null })),
    link: guardianships.map((row) => ({
      student: row.studentSourcedId,
      caregiver: row.guardianSourcedId,
      relationship: relationships[row.relationship],
      ended: row.ended,
    })),
    staff: staff.map((row) => adult(row, at)),
    birth: ofKnown.births.map(({ studentSourcedId, bornOn }) => ({
      source_id: studentSourcedId,
      born_on: bornOn,
    })),
  }
}

/** How many staff hold each role in the roster: reported, because a roster gives nobody an assignment. */
export function rolesSeen({ staff, ofKnown }: AssembledRoster): Record<string, number> {
  const seen: Record<string, number> = {}
  for (const { role, ended } of [...staff.flatMap(({ roles }) => roles), ...ofKnown.staffRoles]) {
    if (!ended) seen[role] = (seen[role] ?? 0) + 1
  }
  return seen
}

/** Organizations that are no school, by the roles people hold there: a later delta may refer to them. */
export const otherOrgs = ({ staff, ofKnown }: AssembledRoster): string[] => [
  ...new Set(
    [...staff.flatMap(({ roles }) => roles), ...ofKnown.staffRoles]
      .filter(({ schoolSourcedId }) => schoolSourcedId === undefined)
      .map(({ orgSourcedId }) => orgSourcedId),
  ),
]
