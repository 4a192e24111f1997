import { sql } from 'kysely'
import { notKeptFrom } from '#access/not-kept-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

type At = { partner: string; referral: string; about: readonly string[]; now: Date }
type Line = { id: string; holds: boolean; role: 'clinician' | 'partner_intake' }
const atAgency = statement(
  ($: At & { district: string }) => sql<Line>`
    select p.id, a.role, exists (select from clinical_responsibility r where r.district_id = p.district_id
        and r.referral_id = ${$.referral} and r.holder_id = p.id and r.ended_at is null) as holds
    from assignment a
    join person p on p.district_id = a.district_id and p.id = a.person_id
    join district d on d.district_id = a.district_id
    where a.district_id = ${$.district} and a.partner_id = ${$.partner} and a.role in ('clinician', 'partner_intake')
      and p.ended_at is null and (a.ended_at is null or a.ended_at > ${$.now})
      and a.starts_on <= (${$.now}::timestamptz at time zone d.time_zone)::date
      and (a.ends_on is null or a.ends_on >= (${$.now}::timestamptz at time zone d.time_zone)::date)
      and ${notKeptFrom('p', $.about)}
    order by p.name, p.id, a.role`,
)

/** Whom an agency tells, rung by rung: the clinician who answers for the student, intake, then everybody. */
export async function agencyRungs(tx: Transaction, at: At): Promise<{ id: string }[][]> {
  const all = await tx.all(atAgency, { district: tx.scope.districtId, ...at })
  return [all.filter(({ holds }) => holds), all.filter(({ role }) => role === 'partner_intake'), all].map(
    (rung) => [...new Set(rung.map(({ id }) => id))].map((id) => ({ id })),
  )
}

const told = statement(
  ($: { district: string; alert: string }) => sql<{ personId: string }>`
    select person_id as "personId" from support_alert_told where district_id = ${$.district} and alert_id = ${$.alert}
    order by told_at, person_id`,
)
/** Who was told of an alert, in the order they were told. */
export const toldOfAlert = async (tx: Transaction, alert: string): Promise<string[]> =>
  (await tx.all(told, { district: tx.scope.districtId, alert })).map(({ personId }) => personId)

type About = { alert: string; person: string; referral: string; student: string; rung: number }
const insert = statement(
  ($: { district: string; at: Date } & About) => sql`
    insert into support_alert_told (district_id, alert_id, person_id, referral_id, student_id, rung, told_at)
    values (${$.district}, ${$.alert}, ${$.person}, ${$.referral}, ${$.student}, ${$.rung}, ${$.at})`,
)
export const insertAlertTold = ({ tx, districtId: district, now: at }: Unit, about: About): void =>
  tx.write(insert, { district, at, ...about })

const waiting = statement(
  ($: { district: string; alert: string; person: string }) => sql<{ waits: boolean }>`
    select true as waits from support_alert a
    join support_alert_told t on t.district_id = a.district_id and t.alert_id = a.id and t.person_id = ${$.person}
    where a.district_id = ${$.district} and a.id = ${$.alert} and a.acknowledged_at is null`,
)
/** Whether an alert of which somebody was told still waits for an answer. */
export const supportAlertWaits = async (
  tx: Transaction,
  { alertId: alert, personId: person }: { alertId: string; personId: string },
): Promise<boolean> =>
  (await tx.maybe(waiting, { district: tx.scope.districtId, alert, person })) !== undefined
