import { sql } from 'kysely'
import type { Actor } from '#access/actor.ts'
import { sideOf } from '#access/roles.ts'
import { nameWords } from '#people/names.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

/** A student as triage and concern forms name them. */
export type StudentLine = { id: string; name: string; grade: string; schoolId: string; schoolName: string }

/** Schools a person may find students in; null for the whole district, none on the partner and family sides. */
const reachOf = (actor: Actor): readonly string[] | null =>
  ['school', 'system'].includes(sideOf(actor.role)) ? actor.schoolIds : []

const line = sql`s.id, coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as name, s.grade,
  s.school_id as "schoolId", c.name as "schoolName"`

type Reach = { district: string; schools: readonly string[] | null }
const one = statement(
  ($: Reach & { id: string }) => sql<StudentLine>`
    select ${line} from student s join school c on c.district_id = s.district_id and c.id = s.school_id
    where s.district_id = ${$.district} and s.id = ${$.id}
      and (${$.schools}::uuid[] is null or s.school_id = any(${$.schools}::uuid[]))`,
)

/** A student enrolled at a school within the actor's reach, or undefined. */
export const findStudent = (tx: Transaction, actor: Actor, id: string): Promise<StudentLine | undefined> =>
  tx.maybe(one, { district: actor.districtId, schools: reachOf(actor), id })

type Words = Reach & Record<'first' | 'firstEnd' | 'second' | 'secondEnd', string>
const named = statement(
  ($: Words) => sql<StudentLine>`
    select ${line} from student_name n
    join student s on s.district_id = n.district_id and s.id = n.student_id
    join school c on c.district_id = s.district_id and c.id = s.school_id
    where n.district_id = ${$.district} and n.word >= ${$.first} and n.word < ${$.firstEnd}
      and (${$.schools}::uuid[] is null or n.school_id = any(${$.schools}::uuid[]))
      and (${$.schools}::uuid[] is null or s.school_id = any(${$.schools}::uuid[]))
      and exists (select 1 from student_name o where o.district_id = ${$.district} and o.student_id = s.id
        and o.word >= ${$.second} and o.word < ${$.secondEnd})
    group by s.id, s.preferred_name, s.given_name, s.family_name, s.grade, s.school_id, c.name
    order by s.family_name, s.given_name, s.id limit 20`,
)

const last = String.fromCodePoint(0x10ffff)

/** Up to 20 students within reach whose names begin with the words typed; none for an empty search. */
export async function searchStudents(tx: Transaction, actor: Actor, typed: string): Promise<StudentLine[]> {
  const words = nameWords(typed.slice(0, 80)).sort((one, other) => other.length - one.length)
  const [first] = words
  if (first === undefined) return []
  const second = words[1] ?? first
  const reach = { district: actor.districtId, schools: reachOf(actor) }
  return tx.all(named, { ...reach, first, firstEnd: first + last, second, secondEnd: second + last })
}
