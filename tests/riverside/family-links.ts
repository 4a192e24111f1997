import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { assignmentId, cast } from './cast.ts'
import { familyCast } from './cast-family.ts'
import { families } from './families.ts'
import type { Member } from './member.ts'
import { riversideId, summer } from './places.ts'
import { insertRows, type Row, traceSetting } from './rows.ts'

const caregiverOf = ({ name, student }: Member) =>
  student === undefined ? undefined : families[student].caregivers.find((each) => each.name === name)?.id

/** How it was checked who each of them is, when the school year began. */
const signInRows = (Object.keys(familyCast) as (keyof typeof familyCast)[]).map((key): Row => {
  const someone: Member = familyCast[key]
  return {
    district_id: riversideId,
    assignment_id: assignmentId(key),
    student_id: someone.student === undefined ? null : families[someone.student].id,
    person_id: someone.id,
    caregiver_id: caregiverOf(someone) ?? null,
    checked_how: 'known_in_person',
    given_by: cast.maya.id,
    given_at: summer,
  }
})

/** Caregivers of the cast are the people who sign in. */
export async function seedFamilyLinks(tx: Transaction): Promise<void> {
  const linked = Object.values(familyCast).flatMap((someone: Member) => {
    const caregiver = caregiverOf(someone)
    return caregiver === undefined ? [] : [{ caregiver, person: someone.id }]
  })
  for (const { caregiver, person } of linked)
    await tx.run(
      sql`update caregiver set person_id = ${person} where district_id = ${riversideId} and id = ${caregiver}`,
    )
  const ids = linked.map(({ caregiver }) => caregiver)
  await traceSetting(tx, { at: new Date(summer), type: 'caregiver', ids })
  await insertRows(tx, 'family_sign_in', signInRows)
  const given = signInRows.map((row) => String(row['assignment_id']))
  await traceSetting(tx, { at: new Date(summer), type: 'family_sign_in', ids: given })
}
