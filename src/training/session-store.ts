import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { GradeTally, SessionTopic } from './training.ts'

/** A session with students of a grade: how many, and nobody by name. */
export type Session = {
  readonly id: string
  readonly schoolId: string
  readonly schoolName: string
  readonly grade: string
  readonly topic: SessionTopic
  readonly heldOn: string
  readonly invited: number
  readonly present: number
  readonly takenBackAt: Date | null
  readonly version: number
}

const columns = sql`s.id, s.school_id as "schoolId", c.name as "schoolName", s.grade, s.topic, s.held_on as "heldOn", s.invited,
  s.present, s.taken_back_at as "takenBackAt", s.version`
const from = sql`training_session s join school c on c.district_id = s.district_id and c.id = s.school_id`

type Reach = { district: string; schools: readonly string[] | null }
const reachOf = (actor: Actor): Reach => ({ district: actor.districtId, schools: schoolsInReach(actor) })

const latest = statement(
  ($: Reach & { school: string | null; limit: number }) => sql<Session>`
    select ${columns} from ${from} where s.district_id = ${$.district} and ${withinReach($.schools, 's.school_id')}
      and (${$.school}::uuid is null or s.school_id = ${$.school}::uuid) and s.taken_back_at is null
    order by s.held_on desc, s.id desc limit ${$.limit}`,
)
type Narrowed = { school: string | null }
/** The sessions of schools within reach, the latest first. */
export const latestSessions = (
  tx: Transaction,
  actor: Actor,
  given: Narrowed & { limit: number },
): Promise<Session[]> => tx.all(latest, { ...reachOf(actor), ...given })

const byGrade = statement(
  ($: Reach & { school: string | null; since: string; topic: SessionTopic }) => sql<GradeTally>`
    select s.grade, count(*)::int as sessions, sum(s.invited)::int as invited, sum(s.present)::int as present
    from training_session s where s.district_id = ${$.district} and ${withinReach($.schools, 's.school_id')}
      and (${$.school}::uuid is null or s.school_id = ${$.school}::uuid) and s.taken_back_at is null
      and s.topic = ${$.topic} and s.held_on >= ${$.since}::date
    group by s.grade`,
)
/** What was held with each grade since a day, in the order of numbers, and words after them. */
export const tallyGrades = async (
  tx: Transaction,
  actor: Actor,
  given: Narrowed & { since: string; topic: SessionTopic },
): Promise<GradeTally[]> =>
  (await tx.all(byGrade, { ...reachOf(actor), ...given })).toSorted((one, other) =>
    one.grade.localeCompare(other.grade, 'en', { numeric: true }),
  )

const grades = statement(
  ($: Reach) => sql<{ grade: string }>`
    select distinct s.grade from student s where s.district_id = ${$.district} and s.grade is not null and s.left_on is null
      and s.school_id is not null and ${withinReach($.schools, 's.school_id')}
    order by s.grade limit 40`,
)
/** The grades there are at schools within reach. */
export async function gradesAt(tx: Transaction, actor: Actor): Promise<string[]> {
  const found = await tx.all(grades, reachOf(actor))
  return found
    .map(({ grade }) => grade)
    .toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }))
}

const held = statement(
  ($: Reach & { id: string }) => sql<Session>`
    select ${columns} from ${from} where s.district_id = ${$.district} and s.id = ${$.id}
      and ${withinReach($.schools, 's.school_id')} for no key update of s`,
)
/** Takes the row for the rest of the act. */
export const holdSession = ({ tx, actor }: Unit, id: string): Promise<Session | undefined> =>
  tx.maybe(held, { ...reachOf(actor), id })

type New = Pick<Session, 'schoolId' | 'grade' | 'topic' | 'heldOn' | 'invited' | 'present'>
const insert = statement(
  ($: New & { district: string; id: string; by: string; now: Date }) => sql`
    insert into training_session (district_id, id, school_id, grade, topic, held_on, invited, present, recorded_by, recorded_at)
    values (${$.district}, ${$.id}, ${$.schoolId}, ${$.grade}, ${$.topic}, ${$.heldOn}, ${$.invited}, ${$.present}, ${$.by},
      ${$.now})`,
)
/** Adds a session. @returns its id */
export function insertSession(unit: Unit, given: New): string {
  const id = unit.id()
  const { tx, districtId: district, actor, now } = unit
  tx.write(insert, { ...given, district, id, by: actor.personId as string, now })
  return id
}

const takeBack = statement(
  ($: { district: string; id: string; by: string; now: Date; version: number }) => sql`
    update training_session set taken_back_by = ${$.by}, taken_back_at = ${$.now},
      version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)
/** Says of a held session that it was written down wrongly. */
export const saveTakenBack = (
  { tx, districtId: district, actor, now }: Unit,
  { id, version }: Pick<Session, 'id' | 'version'>,
): void => tx.write(takeBack, { district, id, by: actor.personId as string, now, version })
