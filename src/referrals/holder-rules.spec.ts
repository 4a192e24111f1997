import { expect, test } from 'vitest'
import { obstaclesToHoldingAtSchool } from './holder-rules.ts'
import { obstaclesToNaming } from './rules.ts'

const right = { ended: false, heldByAgency: false, worksHere: true, clinical: true }

test('somebody with a clinical role at the school may answer for a student at high risk', () => {
  expect(obstaclesToHoldingAtSchool(right)).toEqual([])
})

test('a teacher or a counselor without a clinical role may not', () => {
  expect(obstaclesToHoldingAtSchool({ ...right, clinical: false })).toEqual(['holder_not_clinical'])
})

test('whoever is elsewhere is told that first, and nothing replaces a clinician of the agency', () => {
  const elsewhere = { ...right, worksHere: false, clinical: false, heldByAgency: true, ended: true }
  expect(obstaclesToHoldingAtSchool(elsewhere)).toEqual(['ended', 'agency_holds', 'holder_not_here'])
})

test('a name that is typed comes with a credential: a clinician of the agency needs none', () => {
  const typed = { clinicianId: undefined, known: false, name: 'Rae Moss' }
  expect(obstaclesToNaming({ ...typed, credential: undefined })).toEqual(['credential_missing'])
  expect(obstaclesToNaming({ ...typed, credential: 'LCSW' })).toEqual([])
  const chosen = { clinicianId: 'x', known: true, name: undefined, credential: undefined }
  expect(obstaclesToNaming(chosen)).toEqual([])
})
