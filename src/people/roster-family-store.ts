import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import type { Comparing } from './roster-compare-store.ts'
import { openContacts, sealContacts } from './roster-contact-store.ts'
import { noting, rosterTraces } from './roster-traces-store.ts'

const run = (tx: Transaction, text: string) => tx.run(sql.raw(text))

/**
 * Works out which caregivers and which family links are new, changed or over: `reaching`, `linking`,
 * `unlinking`. What staff wrote about how to reach somebody stands over the roster: it may be the only number
 * that is safe.
 */
export async function compareFamilies(tx: Transaction, { endAbsent }: Comparing): Promise<void> {
  const district = tx.scope.districtId
  await openContacts(tx)
  await tx.run(sql`create temp table reaching on commit drop as
    select c.id, s.name, coalesce(s.phone, k.phone) as phone, coalesce(s.email, k.email) as email
    from caregiver c join stage_caregiver s on s.id = c.id and s.found and not s.ended join known_contact k on k.id = c.id
    where c.district_id = ${district} and c.version = 1
      and row(s.name, coalesce(s.phone, k.phone), coalesce(s.email, k.email)) is distinct from row(c.name, k.phone, k.email)`)
  await tx.run(sql`create temp table linking on commit drop as
    select l.student_id, l.caregiver_id, l.relationship, g.student_id is not null as again,
      row_number() over (partition by l.student_id order by l.caregiver_id) as place
    from stage_link l
    left join guardianship g
      on g.district_id = ${district} and g.student_id = l.student_id and g.caregiver_id = l.caregiver_id
    where l.student_id is not null and l.caregiver_id is not null and not l.ended
      and (g.student_id is null or g.ended_on is not null)`)
  await tx.run(sql`create temp table unlinking on commit drop as
    select distinct g.student_id, g.caregiver_id
    from guardianship g
    join student t on t.district_id = ${district} and t.id = g.student_id
    join caregiver c on c.district_id = ${district} and c.id = g.caregiver_id
    left join stage_link l on l.student_id = g.student_id and l.caregiver_id = g.caregiver_id
    where g.district_id = ${district} and g.ended_on is null and t.source_id is not null and c.source_id is not null
      and (l.ended or (${endAbsent}::boolean and l.student_id is null
        and exists (select 1 from stage_student s where s.id = t.id and not s.ended)))`)
  for (const table of ['reaching', 'linking', 'unlinking']) await run(tx, `analyze ${table}`)
}

/**
 * Writes what was compared. A new link leaves open whether its caregiver may consent: the school checks that.
 */
export async function mergeFamilies(tx: Transaction, { today }: { today: string }): Promise<void> {
  const district = tx.scope.districtId
  await sealContacts(tx, 'stage_caregiver')
  await sealContacts(tx, 'reaching')
  await tx.run(sql`with w as (
      insert into caregiver (district_id, id, source_id, name, phone, email)
      select ${district}::uuid, id, source_id, name, phone, email from stage_caregiver where not found and not ended
      returning id)
    ${noting(rosterTraces.caregiverAdded)}`)
  await tx.run(sql`with w as (
      update caregiver c set name = r.name, phone = r.phone, email = r.email from reaching r
      where c.district_id = ${district} and c.id = r.id returning c.id)
    ${noting(rosterTraces.caregiverChanged)}`)
  await tx.run(sql`with w as (
      insert into guardianship (district_id, student_id, caregiver_id, relationship, position)
      select ${district}::uuid, l.student_id, l.caregiver_id, l.relationship, l.place + coalesce(m.position, 0)
      from linking l
      left join (
        select student_id, max(position) as position from guardianship
        where district_id = ${district} and ended_on is null group by student_id) m on m.student_id = l.student_id
      where not l.again
      returning student_id as id)
    ${noting(rosterTraces.studentChanged)}`)
  await tx.run(sql`with w as (
      update guardianship g set ended_on = null from linking l
      where g.district_id = ${district} and l.again and g.student_id = l.student_id and g.caregiver_id = l.caregiver_id
      returning g.student_id as id)
    ${noting(rosterTraces.studentChanged)}`)
  await tx.run(sql`with w as (
      update guardianship g set ended_on = ${today}::date from unlinking u
      where g.district_id = ${district} and g.student_id = u.student_id and g.caregiver_id = u.caregiver_id
      returning g.student_id as id)
    ${noting(rosterTraces.studentChanged)}`)
}
