import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { OutsideCall, OutsideOutcome, OutsideProvider } from './outside.ts'

const seen = sql`
  select o.id, o.referral_id as "referralId", o.student_id as "studentId", o.provider_name as name, o.provider_phone as phone,
    o.service, o.way, o.call_on as "callOn", p.name as "namedByName", o.named_at as "namedAt", o.outcome,
    o.happened_on as "happenedOn", o.ended_at as "endedAt", o.version
  from outside_provider o join person p on p.district_id = o.district_id and p.id = o.named_by`
const all = statement(
  ($: { district: string; referral: string }) => sql<OutsideProvider>`${seen}
    where o.district_id = ${$.district} and o.referral_id = ${$.referral}
    order by o.ended_at is not null, o.named_at desc, o.id`,
)
/** The providers outside the directory of a referral, the open one first. Reach is judged by the caller. */
export const outsideOf = (tx: Transaction, referral: string): Promise<OutsideProvider[]> =>
  tx.all(all, { district: tx.scope.districtId, referral })

const one = statement(
  ($: { district: string; id: string }) =>
    sql<OutsideProvider>`${seen} where o.district_id = ${$.district} and o.id = ${$.id}`,
)
/** One of them, whoever asks: reach is judged by its referral. */
export const findOutside = (tx: Transaction, id: string): Promise<OutsideProvider | undefined> =>
  tx.maybe(one, { district: tx.scope.districtId, id })

const calls = statement(
  ($: { district: string; outside: string }) => sql<OutsideCall>`
    select c.id, c.asked, c.learned, c.happens_on as "happensOn", c.next_on as "nextOn", p.name as "calledByName",
      c.called_at as "calledAt"
    from outside_call c join person p on p.district_id = c.district_id and p.id = c.called_by
    where c.district_id = ${$.district} and c.outside_id = ${$.outside} order by c.called_at desc, c.id desc limit 50`,
)
/** The calls about one of them, the latest first. */
export const callsOf = (tx: Transaction, outside: string): Promise<OutsideCall[]> =>
  tx.all(calls, { district: tx.scope.districtId, outside })

type New = Pick<OutsideProvider, 'referralId' | 'studentId' | 'name' | 'phone' | 'service' | 'way' | 'callOn'>
const insert = statement(
  ($: New & { district: string; id: string; by: string; now: Date }) => sql`
    insert into outside_provider (district_id, id, referral_id, student_id, provider_name, provider_phone, service, way, call_on,
      named_by, named_at)
    values (${$.district}, ${$.id}, ${$.referralId}, ${$.studentId}, ${$.name}, ${$.phone}, ${$.service}, ${$.way},
      ${$.callOn}::date, ${$.by}, ${$.now})`,
)
/** Writes one down. @returns its id */
export function insertOutside(unit: Unit, outside: New): string {
  const { tx, districtId: district, actor, now } = unit
  const id = unit.id()
  tx.write(insert, { ...outside, district, id, by: actor.personId as string, now })
  return id
}

type Row = { id: string; outside: string; referral: string; student: string; by: string; now: Date }
type Call = Pick<OutsideCall, 'asked' | 'learned' | 'happensOn' | 'nextOn'>
const insertOne = statement(
  ($: Call & Row & { district: string }) => sql`
    insert into outside_call (district_id, id, outside_id, referral_id, student_id, asked, learned, happens_on, next_on, called_by, called_at)
    values (${$.district}, ${$.id}, ${$.outside}, ${$.referral}, ${$.student}, ${$.asked}, ${$.learned}, ${$.happensOn}::date,
      ${$.nextOn}::date, ${$.by}, ${$.now})`,
)
/** Writes a call down. */
export function insertCall(
  unit: Unit,
  { id: outside, referralId: referral, studentId: student }: OutsideProvider,
  call: Call,
): void {
  const { tx, districtId: district, actor, now } = unit
  tx.write(insertOne, {
    ...call,
    district,
    id: unit.id(),
    outside,
    referral,
    student,
    by: actor.personId as string,
    now,
  })
}

type Change = { district: string; id: string; version: number }
const putOff = statement(
  ($: Change & { on: string }) => sql`
    update outside_provider set call_on = ${$.on}::date, version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)
/** On which day somebody calls next. */
export const saveNextCall = (
  { tx, districtId: district }: Unit,
  { id, version }: OutsideProvider,
  on: string,
): void => tx.write(putOff, { district, id, version, on })

const end = statement(
  ($: Change & { outcome: OutsideOutcome; happened: string | null; by: string; now: Date }) => sql`
    update outside_provider set outcome = ${$.outcome}, happened_on = ${$.happened}::date, ended_by = ${$.by},
      ended_at = ${$.now}, version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)
/** What came of it. */
export const saveOutcome = (
  { tx, districtId: district, actor, now }: Unit,
  { id, version }: OutsideProvider,
  { outcome, happened }: { outcome: OutsideOutcome; happened: string | null },
): void => tx.write(end, { district, id, version, outcome, happened, by: actor.personId as string, now })
