import { issueToken } from '#access/issue-token.ts'
import type { Db } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { seedBase } from '../tests/riverside/base.ts'
import { assignmentId, type CastKey } from '../tests/riverside/cast.ts'
import { riversideId, schools } from '../tests/riverside/places.ts'
import { insertRows, traceSetting } from '../tests/riverside/rows.ts'

export type Pupil = { studentId: string; caregiverId: string }

const district_id = riversideId

const studentRow = ({ studentId }: Pupil, at: number) => ({
  district_id,
  id: studentId,
  local_id: String(500_000 + at),
  given_name: 'Kim',
  family_name: `Pupil ${at}`,
  born_on: '2013-05-05',
  grade: '7',
  school_id: schools.alderCreek.id,
  home_language: 'en',
  disability: 'unknown',
  neighborhood: 'unknown',
  version: 1,
})

const caregiverRow = ({ caregiverId }: Pupil, at: number) => ({
  district_id,
  id: caregiverId,
  name: `Robin Pupil ${at}`,
  phone: '555-0190',
  language: 'en',
  interpreter: false,
  contact_rule: 'any',
  version: 1,
})

const guardianshipRow = ({ studentId, caregiverId }: Pupil) => ({
  district_id,
  student_id: studentId,
  caregiver_id: caregiverId,
  relationship: 'mother',
  authority: 'may_consent',
  authority_checked_on: '2026-08-20',
  position: 1,
})

/** Riverside with as many more students as loops are to be walked, each with a caregiver who may consent. */
export async function buildTown(db: Db, { pupils, now }: { pupils: number; now: Date }): Promise<Pupil[]> {
  const scope = { districtId: riversideId, side: 'system' } as const
  await db.transaction(scope, seedBase)
  const all = Array.from({ length: pupils }, () => ({
    studentId: newId(now.getTime()),
    caregiverId: newId(now.getTime()),
  }))
  await db.transaction(scope, async (tx) => {
    await insertRows(tx, 'student', all.map(studentRow))
    await insertRows(tx, 'caregiver', all.map(caregiverRow))
    await insertRows(tx, 'guardianship', all.map(guardianshipRow))
    await traceSetting(tx, { at: now, type: 'student', ids: all.map(({ studentId }) => studentId) })
    await traceSetting(tx, { at: now, type: 'caregiver', ids: all.map(({ caregiverId }) => caregiverId) })
  })
  return all
}

/** A bearer token of a member of the cast. */
export const tokenOf = (db: Db, key: CastKey, now: Date) =>
  issueToken(db, {
    districtId: riversideId,
    assignmentId: assignmentId(key),
    label: 'Measuring',
    days: 1,
    now,
  })
