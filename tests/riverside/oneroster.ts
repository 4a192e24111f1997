import { enrollmentRows } from './oneroster-classes.ts'
import { buildDistrict, type District, type School, type Student, year } from './oneroster-district.ts'
import { type Tables, type Version, withHeaders } from './oneroster-headers.ts'
import { adultTables, bulkTables, studentTables } from './oneroster-tables.ts'
import { writeZip } from './oneroster-zip.ts'

export type RosterOptions = {
  readonly students: number
  readonly schools: number
  readonly version: Version
  /** The same options and seed give the same bytes. */
  readonly seed: number
  /** Instead of the whole district, only what changed in it since. */
  readonly delta?: Delta
}

/** How many students changed school, left the district, or joined it, and when. */
export type Delta = {
  readonly changedAt: string
  readonly moved: number
  readonly left: number
  readonly joined: number
}

/**
 * Writes the roster of an invented district as a OneRoster CSV zip. 1.1 and 1.2 say the same about the same
 * people, as far as 1.1 can. In a delta the first students move, the next ones leave, and new ones join.
 */
export function writeRoster(options: RosterOptions): Buffer {
  return zipTables(options.version, options.delta === undefined ? 'bulk' : 'delta', rosterTables(options))
}

/** The same as tables, for specs that want to change a cell before it is packed. */
export function rosterTables(options: RosterOptions): Tables {
  const { delta, students, version } = options
  if (delta === undefined) return bulkTables(version, buildDistrict(options))
  const grown = buildDistrict({ ...options, students: students + delta.joined })
  return deltaTables(version, grown, { ...delta, first: students })
}

const filesIn11 = `academicSessions categories classes classResources courses courseResources demographics
  enrollments lineItems orgs resources results users`.split(/\s+/)
const filesOnlyIn12 = `lineItemLearningObjectiveIds lineItemScoreScales resultLearningObjectiveIds
  resultScoreScales roles scoreScales userProfiles userResources`.split(/\s+/)
const filesIn: Record<Version, readonly string[]> = {
  '1.1': filesIn11,
  '1.2': [...filesIn11, ...filesOnlyIn12],
}

/** The lines of a manifest: every file of the standard is absent unless a mode is given. */
export const manifestTable = (version: Version, modes: Readonly<Record<string, string>>): string[][] => [
  ['propertyName', 'value'],
  ['manifest.version', '1.0'],
  ['oneroster.version', version],
  ...filesIn[version].map((file) => [`file.${file}`, modes[file] ?? 'absent']),
  ['source.systemName', 'Riverside student information system'],
]

/** Packs tables and a manifest that tells the truth about them. */
export function zipTables(version: Version, mode: 'bulk' | 'delta', tables: Tables): Buffer {
  const modes = Object.fromEntries(Object.keys(tables).map((file) => [file, mode]))
  const files = [['manifest', manifestTable(version, modes)] as const, ...Object.entries(tables)]
  return writeZip(files.map(([file, table]) => ({ name: `${file}.csv`, bytes: csvBytes(table) })))
}

const needsQuotes = /[",\r\n]/
const cellText = (cell: string): string => (needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** A table as RFC 4180 text in UTF-8. */
export const csvBytes = (table: readonly (readonly string[])[]): Buffer =>
  Buffer.from(`${table.map((cells) => cells.map(cellText).join(',')).join('\r\n')}\r\n`)

function deltaTables(version: Version, district: District, delta: Delta & { first: number }): Tables {
  const before = district.students.slice(0, delta.first)
  const moving = before
    .filter((student) => otherSchool(district, student) !== undefined)
    .slice(0, delta.moved)
  const leaving = before.filter((student) => !moving.includes(student)).slice(0, delta.left)
  const joining = district.students.slice(delta.first)
  const on = delta.changedAt.slice(0, 10)
  const active = ['active', delta.changedAt] as const
  const gone = ['tobedeleted', delta.changedAt] as const

  const moved = moving.map((student) => ({
    ...student,
    school: otherSchool(district, student) ?? student.school,
  }))
  const stay = studentTables(version, [...moved, ...joining], active)
  const leave = studentTables(version, leaving, gone)
  const adultsBefore = new Set(before.flatMap((student) => student.adults))
  const adults = adultTables(
    version,
    district.adults.filter(({ id }) => !adultsBefore.has(id)),
    active,
  )
  return withHeaders(version, {
    users: [...stay.users, ...leave.users, ...adults.users],
    roles: [...studentTables(version, moving, gone).roles, ...stay.roles, ...leave.roles, ...adults.roles],
    ...(joining.length > 0 && { demographics: studentTables(version, joining, active).demographics }),
    enrollments: [
      ...[...moving, ...leaving].flatMap((student) =>
        enrollmentRows(student, student.school, { mark: gone, begins: year.beginsOn, ends: on }),
      ),
      ...[...moved, ...joining].flatMap((student) =>
        enrollmentRows(student, student.school, { mark: active, begins: on, ends: year.endsOn }),
      ),
    ],
  })
}

/** Another school with the student's grade, when there is one. */
const otherSchool = (district: District, student: Student): School | undefined =>
  district.schools.find((school) => school !== student.school && school.grades.includes(student.grade))
