import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { csvBytes, type RosterOptions, writeRoster } from './oneroster.ts'

const options: RosterOptions = { students: 300, schools: 12, version: '1.2', seed: 11 }

/** Reads a zip with nothing of ours, so that writer and reader cannot agree on a mistake. */
function tablesIn(zip: Buffer): Record<string, Record<string, string>[]> {
  const files = Object.entries(unzipSync(zip))
  return Object.fromEntries(files.map(([name, bytes]) => [name, parse(strFromU8(bytes), { columns: true })]))
}

describe('A made-up roster', () => {
  test('has as many students and schools as were asked for', () => {
    const tables = tablesIn(writeRoster(options))
    expect(tables['orgs.csv']?.filter((org) => org.type === 'school')).toHaveLength(12)
    expect(tables['roles.csv']?.filter((role) => role.role === 'student')).toHaveLength(300)
    expect(new Set(tables['users.csv']?.map((user) => user.sourcedId)).size).toBe(tables['users.csv']?.length)
    expect(tables['demographics.csv']).toHaveLength(300)
  })

  test('is the same to the byte for the same seed, and another for another', () => {
    expect(writeRoster(options).equals(writeRoster({ ...options }))).toBe(true)
    expect(writeRoster(options).equals(writeRoster({ ...options, seed: 12 }))).toBe(false)
  })

  test('leads with every reference to a row that is there', () => {
    const tables = tablesIn(writeRoster(options))
    const ids = (file: string) => new Set(tables[file]?.map((row) => row.sourcedId))
    const [users, orgs, classes] = [ids('users.csv'), ids('orgs.csv'), ids('classes.csv')]
    for (const role of tables['roles.csv'] ?? []) {
      expect(users).toContain(role.userSourcedId)
      expect(orgs).toContain(role.orgSourcedId)
    }
    for (const enrollment of tables['enrollments.csv'] ?? []) {
      expect(users).toContain(enrollment.userSourcedId)
      expect(classes).toContain(enrollment.classSourcedId)
    }
    const agents = (tables['users.csv'] ?? []).flatMap(
      (user) => user.agentSourcedIds?.split(',').filter(Boolean) ?? [],
    )
    expect(agents.length).toBeGreaterThan(500)
    for (const agent of agents) expect(users).toContain(agent)
  })

  test('tells the truth about its files in the manifest, full or delta', () => {
    const delta = { changedAt: '2026-10-01T06:00:00Z', moved: 1, left: 1, joined: 0 }
    const manifest = tablesIn(writeRoster({ ...options, version: '1.1', delta }))['manifest.csv'] ?? []
    const said = Object.fromEntries(manifest.map((row) => [row.propertyName, row.value]))
    expect(said).toMatchObject({
      'manifest.version': '1.0',
      'oneroster.version': '1.1',
      'file.users': 'delta',
      'file.orgs': 'absent',
      'file.demographics': 'absent',
    })
    expect(said).not.toHaveProperty('file.roles')
  })

  test('holds names that break careless software, and survives them', () => {
    const cells = ['King, Jr.', "D'Angelo", 'said "hi"', 'two\nlines', 'Nguyễn']
    expect(parse(csvBytes([cells]).toString())).toEqual([cells])
  })
})
