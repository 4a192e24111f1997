import { describe, expect, test } from 'vitest'
import { type Around, obstaclesToJoining, obstaclesToStep } from './rules.ts'

const around: Around = {
  ended: false,
  members: [],
  staff: ['grace'],
  caregivers: ['carmen'],
  accepted: ['cedar', 'northbank'],
  coordinated: ['cedar'],
}
const grace = { side: 'school', personId: 'grace', role: 'leads' } as const
const cedar = { side: 'agency', referralId: 'cedar' } as const
const onIt = (known: { personId?: string; referralId?: string; caregiverId?: string }) => ({
  side: known.personId ? ('school' as const) : ('agency' as const),
  personId: known.personId ?? null,
  referralId: known.referralId ?? null,
  caregiverId: known.caregiverId ?? null,
  leftAt: null as Date | null,
})

describe('Joining a team', () => {
  test('is open to people of the school, the family, and agencies the family lets be coordinated with', () => {
    for (const who of [grace, cedar, { side: 'caregiver', caregiverId: 'carmen' } as const])
      expect(obstaclesToJoining(who, around)).toEqual([])
    expect(obstaclesToJoining({ side: 'student' }, around)).toEqual([])
  })

  test('is closed to an agency without the family’s yes, and to whoever is not around the student', () => {
    expect(obstaclesToJoining({ ...cedar, referralId: 'northbank' }, around)).toEqual(['not_consented'])
    expect(obstaclesToJoining({ ...cedar, referralId: 'elsewhere' }, around)).toEqual(['agency_missing'])
    expect(obstaclesToJoining({ side: 'agency' }, around)).toEqual(['agency_missing'])
    expect(obstaclesToJoining({ side: 'school', personId: 'ines' }, around)).toEqual([
      'person_missing',
      'role_missing',
    ])
    expect(obstaclesToJoining({ side: 'caregiver', caregiverId: 'pedro' }, around)).toEqual([
      'caregiver_missing',
    ])
  })

  test('happens once, and again after somebody left; never when the team has ended', () => {
    const members = [onIt({ personId: 'grace' }), onIt({ referralId: 'cedar' })]
    expect(obstaclesToJoining(grace, { ...around, members })).toEqual(['on_it_already'])
    expect(obstaclesToJoining(cedar, { ...around, members })).toEqual(['on_it_already'])
    const left = members.map((each) => ({ ...each, leftAt: new Date(0) }))
    expect(obstaclesToJoining(cedar, { ...around, members: left })).toEqual([])
    expect(obstaclesToJoining(cedar, { ...around, ended: true })).toEqual(['team_ended'])
  })
})

test('a step is for somebody who is on the team, by today or later', () => {
  const given = { dueOn: '2026-10-13', today: '2026-10-13' }
  const member = { leftAt: null }
  expect(obstaclesToStep(given, { ended: false, member })).toEqual([])
  expect(obstaclesToStep({ ...given, dueOn: '2026-10-12' }, { ended: false, member })).toEqual([
    'due_in_the_past',
  ])
  expect(obstaclesToStep(given, { ended: false, member: { leftAt: new Date(0) } })).toEqual(['member_gone'])
  expect(obstaclesToStep(given, { ended: false, member: undefined })).toEqual(['member_gone'])
  expect(obstaclesToStep(given, { ended: true, member })).toEqual(['team_ended'])
})
