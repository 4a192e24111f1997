import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { type AskedRemoval, askedFor, type LossReason, stillWaits } from './second-step.ts'
import type { IdentityCheck } from '#access/sign-in/identity-check.ts'

export type SeenRemoval = AskedRemoval & {
  askedByName: string
  because: LossReason
  checkedHow: IdentityCheck
}

const last = statement(
  ($: { district: string; person: string }) => sql<SeenRemoval>`
    select m.id, m.asked_by as "askedBy", m.asked_at as "askedAt", p.name as "askedByName", m.because,
      m.checked_how as "checkedHow"
    from second_step_removal m join person p on p.district_id = m.district_id and p.id = m.asked_by
    where m.district_id = ${$.district} and m.person_id = ${$.person} and m.confirmed_at is null
    order by m.asked_at desc, m.id desc limit 1`,
)
const add = statement(
  ($: {
    district: string
    id: string
    person: string
    because: LossReason
    checkedHow: IdentityCheck
    by: string
    at: Date
  }) => sql`
    insert into second_step_removal (district_id, id, person_id, because, checked_how, asked_by, asked_at)
    values (${$.district}, ${$.id}, ${$.person}, ${$.because}, ${$.checkedHow}, ${$.by}, ${$.at})`,
)
const confirm = statement(
  ($: { district: string; id: string; by: string; at: Date }) => sql`
    update second_step_removal set confirmed_by = ${$.by}, confirmed_at = ${$.at}
    where district_id = ${$.district} and id = ${$.id} and confirmed_at is null`,
)
const waiting = statement(
  ($: { district: string; person: string | null; since: Date }) => sql<{ count: number; late: number }>`
    select count(distinct m.person_id)::int as count, 0 as late from second_step_removal m
    where m.district_id = ${$.district} and m.confirmed_at is null and m.asked_at > ${$.since}
      and m.asked_by <> ${$.person} and m.person_id <> ${$.person}`,
)

/** What was asked for somebody and still waits for a second person. */
export async function waitingRemoval(
  tx: Transaction,
  { personId, now }: { personId: string; now: Date },
): Promise<SeenRemoval | undefined> {
  const found = await tx.maybe(last, { district: tx.scope.districtId, person: personId })
  return found !== undefined && stillWaits(found, now) ? found : undefined
}

type Asked = { personId: string; because: LossReason; checkedHow: IdentityCheck }

/** Writes down that one person asked. @returns the id */
export async function addRemovalOf(unit: Unit, { personId, ...said }: Asked): Promise<string> {
  const id = unit.id()
  const { tx, districtId: district, now: at, actor } = unit
  await tx.run(add, { district, id, person: personId, by: String(actor.personId), at, ...said })
  return id
}

/** Writes down that another confirmed it. @returns false when somebody was quicker */
export const confirmRemoval = async (unit: Unit, id: string): Promise<boolean> => {
  const { tx, districtId: district, now: at, actor } = unit
  return (await tx.run(confirm, { district, id, by: String(actor.personId), at })) === 1
}

const whose = statement(
  ($: { district: string; since: Date }) => sql<{ id: string; name: string }>`
    select distinct p.id, p.name from second_step_removal m
    join person p on p.district_id = m.district_id and p.id = m.person_id
    where m.district_id = ${$.district} and m.confirmed_at is null and m.asked_at > ${$.since} order by p.name, p.id`,
)
const sinceWhen = (now: Date) => new Date(now.getTime() - askedFor * 86_400_000)

/** For whom a removal waits for a second person, by name. */
export const removalsWaiting = (tx: Transaction, now: Date): Promise<{ id: string; name: string }[]> =>
  tx.all(whose, { district: tx.scope.districtId, since: sinceWhen(now) })

/** For how many people a removal waits that this person may confirm. */
export function countRemovalsWaiting(
  tx: Transaction,
  { personId, now }: { personId: string | null; now: Date },
): Promise<{ count: number; late: number }> {
  return tx.one(waiting, { district: tx.scope.districtId, person: personId, since: sinceWhen(now) })
}
