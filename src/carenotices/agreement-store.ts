import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Db, Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { CareAgreement, CareSender } from './agreement.ts'

type One = { district: string; id: string }
const columns = sql`
  a.id, a.agency, a.reference, a.starts_on as "startsOn", a.ends_on as "endsOn", a.ended_at as "endedAt", p.name as "recordedByName"`
const from = sql`care_notice_agreement a
  join person p on p.district_id = a.district_id and p.id = a.recorded_by`

const all = statement(
  ($: { district: string }) => sql<CareAgreement>`
    select ${columns} from ${from} where a.district_id = ${$.district}
    order by a.ended_at is not null, a.starts_on desc, a.id limit 100`,
)
/** Everything that was agreed with law enforcement, what goes on first. */
export const careAgreements = (tx: Transaction): Promise<CareAgreement[]> =>
  tx.all(all, { district: tx.scope.districtId })

const held = statement(
  ($: One) => sql<CareAgreement>`
    select ${columns} from ${from} where a.district_id = ${$.district} and a.id = ${$.id} for no key update of a`,
)
/** Takes an agreement for the rest of the act, or undefined. */
export const holdCareAgreement = ({ tx, districtId }: Unit, id: string): Promise<CareAgreement | undefined> =>
  tx.maybe(held, { district: districtId, id })

type New = Pick<CareAgreement, 'agency' | 'reference' | 'startsOn' | 'endsOn'>
const insert = statement(
  ($: One & New & { by: string; at: Date }) => sql`
    insert into care_notice_agreement (district_id, id, agency, reference, starts_on, ends_on, recorded_by, recorded_at)
    values (${$.district}, ${$.id}, ${$.agency}, ${$.reference}, ${$.startsOn}, ${$.endsOn}, ${$.by}, ${$.at})`,
)
/** Puts an agreement on file. @returns its id */
export function insertCareAgreement(unit: Unit, given: New): string {
  const id = unit.id()
  const { districtId: district, actor, now } = unit
  unit.tx.write(insert, { district, id, ...given, by: actor.personId as string, at: now })
  return id
}

type Ending = One & { by: string; at: Date }
const end = statement(
  ($: Ending) => sql`
    update care_notice_agreement set ended_by = ${$.by}, ended_at = ${$.at} where district_id = ${$.district} and id = ${$.id}`,
)
export const saveAgreementEnded = ({ tx, districtId, actor, now }: Unit, id: string): void =>
  tx.write(end, { district: districtId, id, by: actor.personId as string, at: now })

const senderColumns = sql`
  s.id, s.agreement_id as "agreementId", s.label, s.code, s.made_at as "madeAt", s.revoked_at as "revokedAt"`
const senders = statement(
  ($: { district: string }) => sql<CareSender & { lastSentAt: Date | null }>`
    select ${senderColumns}, (select max(n.received_at) from care_notice n where n.district_id = s.district_id and n.sender_id = s.id)
      as "lastSentAt"
    from care_notice_sender s where s.district_id = ${$.district} order by s.revoked_at is not null, s.made_at, s.id limit 200`,
)
/** Every desk that was ever given a key, with when it last sent. */
export const careSenders = (tx: Transaction) => tx.all(senders, { district: tx.scope.districtId })

const heldSender = statement(
  ($: One) => sql<CareSender>`
    select ${senderColumns} from care_notice_sender s where s.district_id = ${$.district} and s.id = ${$.id} for no key update`,
)
/** Takes a desk for the rest of the act, so that what it sends is counted one by one. */
export const holdCareSender = ({ tx, districtId }: Unit, id: string): Promise<CareSender | undefined> =>
  tx.maybe(heldSender, { district: districtId, id })

type NewSender = { agreementId: string; label: string; code: string; keyHash: Buffer }
const insertSender = statement(
  ($: One & NewSender & { by: string; at: Date }) => sql`
    insert into care_notice_sender (district_id, id, agreement_id, label, code, key_hash, made_by, made_at)
    values (${$.district}, ${$.id}, ${$.agreementId}, ${$.label}, ${$.code}, ${$.keyHash}, ${$.by}, ${$.at})`,
)
/** Gives a desk its address and the mark of its key. @returns its id */
export function insertCareSender(unit: Unit, given: NewSender): string {
  const id = unit.id()
  const { districtId: district, actor, now } = unit
  unit.tx.write(insertSender, { district, id, ...given, by: actor.personId as string, at: now })
  return id
}

const revoke = statement(
  ($: Ending) => sql`
    update care_notice_sender set revoked_by = ${$.by}, revoked_at = ${$.at} where district_id = ${$.district} and id = ${$.id}`,
)
export const saveSenderRevoked = ({ tx, districtId, actor, now }: Unit, id: string): void =>
  tx.write(revoke, { district: districtId, id, by: actor.personId as string, at: now })

const full = statement(
  ($: One & { at: Date; before: Date }) => sql<{ id: string }>`
    update care_notice_sender set full_told_at = ${$.at}
    where district_id = ${$.district} and id = ${$.id} and (full_told_at is null or full_told_at <= ${$.before}) returning id`,
)
/** Whether the trail has to say that a desk sent too much: once in a window, and no flood of lines. */
export const tellsFull = async (
  tx: Transaction,
  given: { id: string; at: Date; before: Date },
): Promise<boolean> => (await tx.maybe(full, { district: tx.scope.districtId, ...given })) !== undefined

/** Who sends at an address, while their agreement holds. */
export type AtTheAddress = {
  districtId: string
  senderId: string
  agency: string
  label: string
  /** Whether what was given is their key. */
  opens: boolean
}
const atAddress = statement(
  ($: { code: string; hash: Buffer | null; at: Date }) => sql<AtTheAddress>`
    select district_id as "districtId", sender_id as "senderId", agency, label, opens
    from house.care_notice_sender(${$.code}, ${$.hash}, ${$.at})`,
)
/** Whose address this is; undefined for one that is nobody's, was revoked, or whose agreement is over. */
export const senderAt = async (
  db: Db,
  asked: { code: string; hash: Buffer | null; at: Date },
): Promise<AtTheAddress | undefined> => (await db.ask(atAddress, asked))[0]

const open = statement(
  ($: { district: string; on: string }) => sql<{ id: string; name: string }>`
    select id, name from school where district_id = ${$.district} and closed_on is null and live_on <= ${$.on}::date
    order by name, id`,
)
/** The schools that work with this on a day: which ones there are is public. */
export const openSchools = (tx: Transaction, on: string) =>
  tx.all(open, { district: tx.scope.districtId, on })
