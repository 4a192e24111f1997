import type { Transaction } from '#platform/database/database.ts'
import { nameWords, wordPairs } from '#platform/name-words.ts'
import { families, type SeededFamily } from './families.ts'
import { idOf } from './ids.ts'
import { riversideId, schools } from './places.ts'
import { insertRows, type Row, traceSetting } from './rows.ts'

const district_id = riversideId
const all: readonly SeededFamily[] = Object.values(families)
const caregivers = all.flatMap((one) => one.caregivers.map((caregiver) => ({ one, caregiver })))

const studentRows = all.map(
  (one): Row => ({
    district_id,
    id: one.id,
    source_id: `S-${one.localId}`,
    local_id: one.localId,
    given_name: one.given,
    family_name: one.family,
    born_on: one.born,
    grade: one.grade,
    school_id: schools[one.school].id,
    home_language: one.language,
    disability: one.disability ?? 'unknown',
    neighborhood: one.neighborhood,
    version: 1,
  }),
)

const nameRows = all.flatMap((one) =>
  nameWords(one.given, one.family).map(
    (word): Row => ({ district_id, word, student_id: one.id, school_id: schools[one.school].id }),
  ),
)

const enrolmentRows = all.map(
  (one): Row => ({
    district_id,
    id: idOf(`enrolment/${one.id}`),
    student_id: one.id,
    school_id: schools[one.school].id,
    source_id: `E-${one.localId}`,
    is_primary: true,
    starts_on: '2026-08-17',
    ended_by_roster: false,
  }),
)

const caregiverRows = caregivers.map(
  ({ caregiver }): Row => ({
    district_id,
    id: caregiver.id,
    name: caregiver.name,
    phone: caregiver.phone,
    language: caregiver.language,
    version: 1,
    interpreter: caregiver.interpreter ?? false,
    contact_rule: caregiver.rule ?? 'any',
    contact_hours: caregiver.hours ?? null,
  }),
)

const guardianshipRows = caregivers.map(
  ({ one, caregiver }): Row => ({
    district_id,
    student_id: one.id,
    caregiver_id: caregiver.id,
    relationship: caregiver.relationship,
    authority: caregiver.authority ?? 'may_consent',
    authority_checked_on: '2026-08-20',
    position: 1,
  }),
)

const pairRows = all.flatMap((one) =>
  wordPairs(nameWords(one.given, one.family)).map(
    ([word, later_word]): Row => ({ district_id, word, later_word, student_id: one.id }),
  ),
)

/** The students, where each is enrolled, and who answers for them. */
export async function seedFamilies(tx: Transaction, at: Date): Promise<void> {
  await insertRows(tx, 'student', studentRows)
  await insertRows(tx, 'student_name', nameRows)
  await insertRows(tx, 'enrolment', enrolmentRows)
  await insertRows(tx, 'caregiver', caregiverRows)
  await insertRows(tx, 'guardianship', guardianshipRows)
  await traceSetting(tx, { at, type: 'student', ids: all.map(({ id }) => id) })
  await traceSetting(tx, { at, type: 'caregiver', ids: caregivers.map(({ caregiver }) => caregiver.id) })
}

/** What a migration makes of the rows of an earlier version. */
export const seedNamePairs = (tx: Transaction): Promise<void> => insertRows(tx, 'student_name_pair', pairRows)
