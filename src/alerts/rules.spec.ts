import { describe, expect, test } from 'vitest'
import { nextToTell, obstaclesToAlerting, schoolRungs } from './rules.ts'

const loss = { about: 'loss', direction: 'to_school' } as const
const free = { shared: true, agreed: true, alerts: [] }

describe('An alert', () => {
  test('is sent on a yes and an agreement, and names all that is missing at once', () => {
    expect(obstaclesToAlerting(loss, free)).toEqual([])
    const waits = { ...loss, acknowledgedAt: null }
    expect(obstaclesToAlerting(loss, { shared: false, agreed: false, alerts: [waits] })).toEqual([
      'not_shared',
      'not_agreed',
      'waits_already',
    ])
  })

  test('is not sent twice while it waits; once somebody has it, or the other way, it may be', () => {
    const has = { ...loss, acknowledgedAt: new Date('2026-10-13T16:00:00Z') }
    const other = { about: 'loss', direction: 'to_partner', acknowledgedAt: null } as const
    expect(obstaclesToAlerting(loss, { ...free, alerts: [has, other] })).toEqual([])
  })
})

describe('Whom to tell next', () => {
  const [lead, head, nurse] = [{ id: 'lead' }, { id: 'head' }, { id: 'nurse' }]
  const told = (...ids: string[]) => new Set(ids)

  test('is the next rung on which somebody is who was not told', () => {
    const rungs = [[lead], [lead, head], [nurse]]
    expect(nextToTell(rungs, { rung: 0, told: told() })).toEqual({ rung: 1, people: [lead] })
    expect(nextToTell(rungs, { rung: 1, told: told('lead') })).toEqual({ rung: 2, people: [head] })
    expect(nextToTell(rungs, { rung: 2, told: told('lead', 'head') })).toEqual({ rung: 3, people: [nurse] })
    expect(nextToTell(rungs, { rung: 3, told: told('lead', 'head', 'nurse') })).toBeUndefined()
  })

  test('passes over a rung on which nobody is', () => {
    expect(nextToTell([[], [], [nurse]], { rung: 0, told: told() })).toEqual({ rung: 3, people: [nurse] })
  })

  test('at a school begins with its lead, and each role stands on one rung', () => {
    expect(schoolRungs[0]).toEqual(['designated_lead'])
    const all = schoolRungs.flat()
    expect(new Set(all).size).toBe(all.length)
    expect(all).toContain('navigator')
  })
})
