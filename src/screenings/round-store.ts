import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Round } from './instrument.ts'
import type { Tally } from './tally.ts'

type Reach = { district: string; schools: readonly string[] | null }
const reachOf = (actor: Actor): Reach => ({ district: actor.districtId, schools: schoolsInReach(actor) })

const columns = sql`r.id, r.school_id as "schoolId", s.name as "schoolName", r.instrument_id as "instrumentId", i.title, i.edition,
  i.sample, i.items, r.cut_off_id as "cutOffId", c.number as "cutOffNumber", c.points as "cutOffPoints", r.grades,
  r.opens_on as "opensOn", r.closes_on as "closesOn", p.name as "openedByName"`
const from = sql`screening_round r
  join school s on s.district_id = r.district_id and s.id = r.school_id
  join screening_instrument i on i.district_id = r.district_id and i.id = r.instrument_id
  join screening_cut_off c on c.district_id = r.district_id and c.id = r.cut_off_id
  join person p on p.district_id = r.district_id and p.id = r.opened_by`

const byId = ($: Reach & { id: string }) => sql<Round>`
  select ${columns} from ${from} where r.district_id = ${$.district} and r.id = ${$.id} and ${withinReach($.schools, 'r.school_id')}`
const one = statement(byId)
const oneHeld = statement(($: Reach & { id: string }) => sql<Round>`${byId($)} for no key update of s`)
/** One round of a school within reach, or undefined. */
export const findRound = (tx: Transaction, actor: Actor, id: string): Promise<Round | undefined> =>
  tx.maybe(one, { ...reachOf(actor), id })
/** The round, with its school taken for the rest of the act: files of a school come one after another. */
export const holdRound = ({ tx, actor }: Unit, id: string): Promise<Round | undefined> =>
  tx.maybe(oneHeld, { ...reachOf(actor), id })

const all = statement(
  ($: Reach) => sql<Round>`
    select ${columns} from ${from} where r.district_id = ${$.district} and ${withinReach($.schools, 'r.school_id')}
    order by r.opens_on desc, s.name, r.id limit 40`,
)
/** The latest rounds of schools within reach, at most 40. */
export const listRounds = (tx: Transaction, actor: Actor): Promise<Round[]> => tx.all(all, reachOf(actor))

type New = Pick<Round, 'schoolId' | 'instrumentId' | 'cutOffId' | 'grades' | 'opensOn' | 'closesOn'>
const insert = statement(
  ($: New & { district: string; id: string; by: string; at: Date }) => sql`
    insert into screening_round (district_id, id, school_id, instrument_id, cut_off_id, grades, opens_on, closes_on, opened_by, opened_at)
    values (${$.district}, ${$.id}, ${$.schoolId}, ${$.instrumentId}, ${$.cutOffId}, ${$.grades}::text[], ${$.opensOn}, ${$.closesOn},
      ${$.by}, ${$.at})`,
)
/** Opens a round. @returns its id */
export function insertRound(unit: Unit, given: New): string {
  const id = unit.id()
  const { tx, districtId: district, actor, now: at } = unit
  tx.write(insert, { ...given, district, id, by: actor.personId as string, at })
  return id
}

const grades = statement(
  ($: Reach) => sql<{ grade: string }>`
    select distinct s.grade from student s where s.district_id = ${$.district} and s.grade is not null and s.left_on is null
      and s.school_id is not null and ${withinReach($.schools, 's.school_id')}
    order by s.grade limit 40`,
)
/** The grades there are at schools within reach, in the order of numbers, and words before them. */
export async function gradesAt(tx: Transaction, actor: Actor): Promise<string[]> {
  const found = await tx.all(grades, reachOf(actor))
  return found
    .map(({ grade }) => grade)
    .toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }))
}

// Who is of a grade now and has no result is counted beside those who have one, in the grade they had then.
const tally = statement(
  ($: { district: string; round: string; today: string }) => sql<Tally>`
    with here as (
      select g.grade, 0 as took, o.id is not null as out, false as over
      from screening_round r
      cross join unnest(r.grades) as g(grade)
      join student s on s.district_id = r.district_id and s.school_id = r.school_id and s.grade = g.grade
        and coalesce(s.left_on > ${$.today}::date, true)
      left join screening_opt_out o on o.district_id = s.district_id and o.student_id = s.id and o.ended_at is null
      where r.district_id = ${$.district} and r.id = ${$.round} and not exists (select from screening_result t
        where t.district_id = r.district_id and t.round_id = r.id and t.student_id = s.id)
      union all
      select t.grade, 1, false, t.over from screening_result t where t.district_id = ${$.district} and t.round_id = ${$.round})
    select grade, sum(took)::int as "tookPart", count(*) filter (where took = 0 and out)::int as "optedOut",
      count(*) filter (where took = 0 and not out)::int as open, count(*) filter (where over)::int as over
    from here group by grade`,
)
/** What came of a round so far, grade by grade. */
export async function tallyOf(tx: Transaction, round: Round, today: string): Promise<Tally[]> {
  const rows = await tx.all(tally, { district: tx.scope.districtId, round: round.id, today })
  return rows.toSorted((one, other) => one.grade.localeCompare(other.grade, 'en', { numeric: true }))
}
