import { describe, expect, test } from 'vitest'
import { type RosterOptions, rosterTables, writeRoster, zipTables } from '#tests/riverside/oneroster.ts'
import type { AssembledRoster, KnownPerson, KnownRoster, StaffRow } from './assembled.ts'
import { readRoster } from './read-roster.ts'

const size = { students: 400, schools: 6, seed: 7 }
const read = (options: Partial<RosterOptions> & Pick<RosterOptions, 'version'>) =>
  readRoster(writeRoster({ ...size, ...options }))

/** What an import would have kept of a roster, for a delta to refer to. */
function knownFrom(roster: AssembledRoster): KnownRoster {
  const people = new Map<string, KnownPerson>()
  const relationships = new Map(
    roster.guardianships.map((link) => [link.guardianSourcedId, link.relationship]),
  )
  for (const { sourcedId } of roster.students)
    people.set(sourcedId, { student: true, staff: false, family: undefined })
  for (const { sourcedId } of roster.staff)
    people.set(sourcedId, { student: false, staff: true, family: undefined })
  for (const { sourcedId } of roster.guardians) {
    people.set(sourcedId, { student: false, staff: false, family: relationships.get(sourcedId) })
  }
  return {
    schools: new Set(roster.schools.map(({ sourcedId }) => sourcedId)),
    otherOrgs: new Set(['district']),
    people,
  }
}

const in11 = (staff: readonly StaffRow[]) =>
  staff.map((one) => ({
    ...one,
    roles: one.roles.map((held) =>
      held.role === 'siteAdministrator' ? { ...held, role: 'administrator' } : held,
    ),
  }))

describe('A roster of version 1.1', () => {
  test('assembles to the same people and schools as the same district in 1.2', async () => {
    const [older, newer] = [await read({ version: '1.1' }), await read({ version: '1.2' })]
    expect(older.findings.totals).toEqual({ refusals: 0, notices: 0 })
    expect(newer.findings.totals).toEqual({ refusals: 0, notices: 0 })
    expect(newer.roster.students).toHaveLength(400)
    expect(newer.roster.students.filter(({ enrolments }) => enrolments.length === 2).length).toBeGreaterThan(
      5,
    )
    for (const part of ['schools', 'sessions', 'students', 'guardians', 'guardianships'] as const) {
      expect(older.roster[part]).toEqual(newer.roster[part])
    }
    // The older standard has one word for every administrator; all else about staff is the same.
    expect(older.roster.staff).toEqual(in11(newer.roster.staff))
    expect(newer.roster.staff.flatMap(({ roles }) => roles.map(({ role }) => role))).toContain(
      'siteAdministrator',
    )
  })

  test('puts role and schools in the row of the person, and has no file of roles', async () => {
    const tables = rosterTables({ ...size, version: '1.1' })
    expect(Object.keys(tables)).not.toContain('roles')
    const spoiled = tables.users?.map((row, index) =>
      index === 1 ? row.map((cell) => (cell === 'student' ? 'Student' : cell)) : row,
    )
    const { findings } = await readRoster(zipTables('1.1', 'bulk', { ...tables, users: spoiled ?? [] }))
    expect(findings.refusals).toContainEqual({
      file: 'users.csv',
      line: 2,
      reason: 'not_in_list',
      column: 'role',
    })
  })

  test('does not take the words that only 1.2 has', async () => {
    const tables = rosterTables({ ...size, version: '1.1' })
    const users = tables.users?.map((row) =>
      row.map((cell) => (cell === 'administrator' ? 'principal' : cell)),
    )
    const { roster, findings } = await readRoster(zipTables('1.1', 'bulk', { ...tables, users: users ?? [] }))
    expect(findings.refusals).toHaveLength(6)
    expect(new Set(findings.refusals.map(({ reason }) => reason))).toEqual(new Set(['not_in_list']))
    expect(roster.schools).toHaveLength(6)
  })
})

describe('A delta', () => {
  test('in 1.1 that says a former student now teaches makes a teacher, not a student', async () => {
    const tables = rosterTables({ ...size, version: '1.1' })
    const [header, ...users] = tables.users ?? []
    const teacher = users.find((row) => row.includes('teacher')) as readonly string[]
    const row = [teacher[0] as string, 'active', '2026-10-01T06:00:00Z', ...teacher.slice(3)]
    const before = { student: true, staff: false, family: undefined }
    const known = {
      ...knownFrom((await read({ version: '1.1' })).roster),
      people: new Map([[row[0], before]]),
    }
    const zip = zipTables('1.1', 'delta', { users: [header as readonly string[], row] })
    const { roster, findings } = await readRoster(zip, { known: known as KnownRoster })
    expect(findings.refusals).toEqual([])
    expect(roster.students).toEqual([])
    expect(roster.staff.map(({ sourcedId }) => sourcedId)).toEqual([row[0]])
  })

  const delta = { changedAt: '2026-10-01T06:00:00Z', moved: 3, left: 2, joined: 4 }

  test('in 1.1 that withdraws a student without naming a school still ends the student', async () => {
    const [header, row] = rosterTables({ ...size, version: '1.1' }).users ?? []
    const gone = row?.map((cell) => (cell.startsWith('sch-') ? '' : cell)) ?? []
    const withdrawn = [gone[0] as string, 'tobedeleted', '2026-10-01T06:00:00Z', ...gone.slice(3)]
    const zip = zipTables('1.1', 'delta', { users: [header as readonly string[], withdrawn] })
    const known = knownFrom((await read({ version: '1.1' })).roster)
    const { roster, findings } = await readRoster(zip, { known })
    expect(findings.refusals).toEqual([])
    expect(roster.students).toEqual([expect.objectContaining({ ended: true, enrolments: [] })])
  })

  test.each(['1.1', '1.2'] as const)('in %s says who moved, who left and who joined', async (version) => {
    const before = await read({ version })
    const known = knownFrom(before.roster)
    const { roster, findings } = await readRoster(writeRoster({ ...size, version, delta }), { known })
    expect(findings.totals).toEqual({ refusals: 0, notices: 0 })
    expect(roster.students).toHaveLength(9)

    const moved = roster.students.filter(({ enrolments }) => enrolments.length === 2)
    expect(moved).toHaveLength(3)
    for (const { enrolments } of moved) {
      expect(enrolments.map(({ ended }) => Number(ended)).toSorted((one, other) => one - other)).toEqual([
        0, 1,
      ])
    }
    const left = roster.students.filter(({ ended }) => ended)
    expect(left).toHaveLength(2)
    for (const { enrolments } of left) expect(enrolments).toEqual([expect.objectContaining({ ended: true })])

    const joined = roster.students.filter(({ sourcedId }) => !known.people.has(sourcedId))
    expect(joined).toHaveLength(4)
    for (const { sourcedId } of joined) {
      expect(roster.guardianships.filter((link) => link.studentSourcedId === sourcedId)).not.toEqual([])
    }
  })
})
