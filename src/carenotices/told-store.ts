import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

/** Somebody who was told of a notice. */
export type Told = { personId: string; name: string; position: 1 | 2; toldAt: Date }

type Of = { district: string; notice: string }
const all = statement(
  ($: Of) => sql<Told>`
    select t.person_id as "personId", p.name, t.position, t.told_at as "toldAt"
    from care_notice_told t join person p on p.district_id = t.district_id and p.id = t.person_id
    where t.district_id = ${$.district} and t.notice_id = ${$.notice} order by t.told_at, p.name, p.id`,
)
/** Who was told of a notice, in the order they were told. */
export const toldOfNotice = (tx: Transaction, notice: string): Promise<Told[]> =>
  tx.all(all, { district: tx.scope.districtId, notice })

const insert = statement(
  ($: Of & { person: string; position: number; at: Date }) => sql`
    insert into care_notice_told (district_id, notice_id, person_id, position, told_at)
    values (${$.district}, ${$.notice}, ${$.person}, ${$.position}, ${$.at})`,
)
export const insertTold = (
  { tx, districtId, now }: Unit,
  { noticeId, personId, position }: { noticeId: string; personId: string; position: 1 | 2 },
): void => tx.write(insert, { district: districtId, notice: noticeId, person: personId, position, at: now })

const read = statement(
  ($: Of & { at: Date }) => sql`
    update notice set read_at = ${$.at} where district_id = ${$.district} and kind = 'care_notice.told'
      and subject_id = ${$.notice} and read_at is null`,
)
/** Once somebody has a notice, or it ended, it waits for nobody else: no digest counts it any more. */
export const waitsForNobody = ({ tx, districtId, now }: Unit, notice: string): void =>
  tx.write(read, { district: districtId, notice, at: now })

const over = statement(
  ($: Of & { at: Date }) => sql`
    update notice set read_at = ${$.at} where district_id = ${$.district} and kind = 'care_notice.signal'
      and subject_id = ${$.notice} and read_at is null`,
)
/** Nobody is asked to handle somebody with care because of this notice any more. */
export const signalsAreOver = ({ tx, districtId, now }: Unit, notice: string): void =>
  tx.write(over, { district: districtId, notice, at: now })

const waiting = statement(
  ($: Of & { person: string; now: Date }) => sql<{ waits: boolean }>`
    select true as waits from care_notice n
    join care_notice_told t on t.district_id = n.district_id and t.notice_id = n.id and t.person_id = ${$.person}
    where n.district_id = ${$.district} and n.id = ${$.notice} and n.acknowledged_at is null and n.expires_at > ${$.now}`,
)
/** Whether a notice of which somebody was told still waits for an answer. */
export const noticeWaitsFor = async (
  tx: Transaction,
  { noticeId, personId, now }: { noticeId: string; personId: string; now: Date },
): Promise<boolean> =>
  (await tx.maybe(waiting, { district: tx.scope.districtId, notice: noticeId, person: personId, now })) !==
  undefined
