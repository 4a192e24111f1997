import { expect, test } from 'vitest'
import { type Employment, employerIn, obstaclesToEmploying } from './employment.ts'
import { addableRoles, sideOf } from './roles.ts'

const lent: Employment = { role: 'counselor', employer: 'partner', employedBy: 'an agency', until: null }
const hired: Employment = { role: 'nurse', employer: 'contractor', employedBy: null, until: '2027-06-30' }

test('who employs somebody follows from the role, unless something else is said; a family is employed by nobody', () => {
  expect(employerIn('navigator')).toBe('school')
  expect(employerIn('clinician')).toBe('partner')
  expect(employerIn('clinician', 'contractor')).toBe('contractor')
  expect(employerIn('navigator', 'partner')).toBe('partner')
  expect(employerIn('caregiver', 'school')).toBeUndefined()
})

test('somebody an agency lends helps students at a school, by the name of the agency', () => {
  expect(obstaclesToEmploying(lent)).toEqual([])
  expect(obstaclesToEmploying({ ...lent, employedBy: null })).toEqual(['agency_not_named'])
  expect(obstaclesToEmploying({ ...hired, until: null })).toEqual(['contract_without_end'])
  expect(obstaclesToEmploying(hired)).toEqual([])
})

test('nobody who is not the district’s own directs it, keeps its access or answers for privacy', () => {
  const directing = ['principal', 'district_head', 'governance', 'privacy_officer'] as const
  for (const role of directing) {
    expect(obstaclesToEmploying({ ...lent, role })).toEqual(['not_for_an_agency'])
    expect(obstaclesToEmploying({ ...hired, role })).toEqual(['not_for_a_contractor'])
  }
})

test('everybody may be employed as their role says, and nobody at an agency by the school', () => {
  for (const role of addableRoles) {
    const employer = employerIn(role) ?? 'school'
    expect(obstaclesToEmploying({ role, employer, employedBy: null, until: null }), role).toEqual([])
  }
  for (const role of addableRoles.filter((each) => sideOf(each) === 'partner'))
    expect(obstaclesToEmploying({ role, employer: 'school', employedBy: null, until: null })).toEqual([
      'agency_employs_its_own',
    ])
})
