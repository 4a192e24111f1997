import type { Transaction } from '#platform/database/database.ts'
import { type Member, assignmentId, cast, type CastKey } from './cast.ts'
import { families } from './families.ts'
import { partners, riversideId, schools, summer } from './places.ts'
import { insertRows, type Row, traceSetting } from './rows.ts'

const district_id = riversideId
const people: readonly Member[] = Object.values(cast)
const agencyOf = ({ partner }: Member) => (partner === undefined ? null : partners[partner].id)

/** A minute apart, so that whoever lists them by when they came lists them as the cast does. */
const added = (place: number) => new Date(Date.parse(summer) + place * 60_000).toISOString()

const personRows = people.map(
  (someone, place): Row => ({
    district_id,
    id: someone.id,
    name: someone.name,
    email: someone.email,
    phone: someone.phone ?? null,
    language: someone.language ?? 'en',
    partner_id: agencyOf(someone),
    created_at: added(place),
  }),
)

const held = (Object.keys(cast) as CastKey[]).flatMap((key) => {
  const someone: Member = cast[key]
  return someone.assignments.map((assignment, position) => ({
    someone,
    assignment,
    id: assignmentId(key, position),
  }))
})

const assignmentRows = held.map(
  ({ someone, assignment, id }): Row => ({
    district_id,
    id,
    person_id: someone.id,
    role: assignment.role,
    whole_district: assignment.schools === 'all',
    partner_id: agencyOf(someone),
    student_id: someone.student === undefined ? null : families[someone.student].id,
    starts_on: '2026-08-03',
    ends_on: '2027-06-30',
  }),
)

const assignmentSchoolRows = held.flatMap(({ someone, assignment, id }) =>
  (assignment.schools === 'all' ? [] : (assignment.schools ?? [])).map(
    (school): Row => ({
      district_id,
      assignment_id: id,
      school_id: schools[school].id,
      person_id: someone.id,
    }),
  ),
)

/** Everybody who works in the stories, and what each is assigned to. */
export async function seedCast(tx: Transaction, at: Date): Promise<void> {
  await insertRows(tx, 'person', personRows)
  await insertRows(tx, 'assignment', assignmentRows)
  await insertRows(tx, 'assignment_school', assignmentSchoolRows)
  await traceSetting(tx, { at, type: 'person', ids: people.map(({ id }) => id) })
}
