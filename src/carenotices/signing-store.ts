import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

/** A key a machine of a desk signs with: its public half. */
export type SigningKey = {
  readonly id: string
  readonly senderId: string
  readonly publicKey: string
  readonly madeAt: Date
  readonly madeByName: string
  readonly revokedAt: Date | null
}

type One = { district: string; id: string }
const columns = sql`
  k.id, k.sender_id as "senderId", k.public_key as "publicKey", k.made_at as "madeAt", p.name as "madeByName", k.revoked_at as "revokedAt"`
const from = sql`care_notice_signing_key k join person p on p.district_id = k.district_id and p.id = k.made_by`
const ofSender = statement(
  ($: One) => sql<SigningKey>`
    select ${columns} from ${from} where k.district_id = ${$.district} and k.sender_id = ${$.id}
    order by k.revoked_at is not null, k.made_at, k.id limit 100`,
)
/** Every key a desk ever had, those that hold first. */
export const signingKeysOf = (tx: Transaction, senderId: string): Promise<SigningKey[]> =>
  tx.all(ofSender, { district: tx.scope.districtId, id: senderId })

const held = statement(
  ($: One) => sql<SigningKey>`
    select ${columns} from ${from} where k.district_id = ${$.district} and k.id = ${$.id} for no key update of k`,
)
/** Takes a key for the rest of the act, or undefined. */
export const holdSigningKey = ({ tx, districtId }: Unit, id: string): Promise<SigningKey | undefined> =>
  tx.maybe(held, { district: districtId, id })

const insert = statement(
  ($: One & { sender: string; key: string; by: string; at: Date }) => sql`
    insert into care_notice_signing_key (district_id, id, sender_id, public_key, made_by, made_at)
    values (${$.district}, ${$.id}, ${$.sender}, ${$.key}, ${$.by}, ${$.at}) on conflict (district_id, public_key) do nothing`,
)
/** Registers a key. @returns its id; undefined where it was registered before, at whatever desk */
export async function insertSigningKey(unit: Unit, sender: string, key: string): Promise<string | undefined> {
  const id = unit.id()
  const { districtId: district, actor, now: at } = unit
  const added = await unit.tx.run(insert, { district, id, sender, key, by: actor.personId as string, at })
  return added === 1 ? id : undefined
}

const revoke = statement(
  ($: One & { by: string; at: Date }) => sql`
    update care_notice_signing_key set revoked_by = ${$.by}, revoked_at = ${$.at}
    where district_id = ${$.district} and id = ${$.id}`,
)
export const saveSigningKeyRevoked = ({ tx, districtId, actor, now }: Unit, id: string): void =>
  tx.write(revoke, { district: districtId, id, by: actor.personId as string, at: now })

type Used = { district: string; sender: string; nonce: string }
const used = statement(
  ($: Used) => sql<{ used: boolean }>`
    select true as used from care_notice_nonce
    where district_id = ${$.district} and sender_id = ${$.sender} and nonce = ${$.nonce}`,
)
/** Whether a desk sent something with this mark before. */
export const isNonceUsed = async (
  { tx, districtId }: Unit,
  sender: string,
  nonce: string,
): Promise<boolean> => (await tx.maybe(used, { district: districtId, sender, nonce })) !== undefined

const use = statement(
  ($: Used & { key: string; notice: string; at: Date }) => sql`
    insert into care_notice_nonce (district_id, sender_id, nonce, key_id, notice_id, used_at)
    values (${$.district}, ${$.sender}, ${$.nonce}, ${$.key}, ${$.notice}, ${$.at})`,
)
/** Keeps the mark of a notice, which is never taken again. */
export const useNonce = (
  { tx, districtId, now }: Unit,
  marked: { sender: string; nonce: string; key: string; notice: string },
): void => tx.write(use, { district: districtId, at: now, ...marked })
