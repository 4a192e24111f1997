import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { MessageChoice } from './choice.ts'

type One = { district: string; id: string }
const columns = sql`email, text, digest, with_time as "withTime", hours_from as "hoursFrom", hours_until as "hoursUntil",
  paused_until as "pausedUntil", pause_reason as "pauseReason", version`
const one = statement(
  ($: One) =>
    sql<MessageChoice>`select ${columns} from message_choice where district_id = ${$.district} and id = ${$.id}`,
)

/** What somebody chose; undefined while they chose nothing. */
export const findChoice = (tx: Transaction, id: string): Promise<MessageChoice | undefined> =>
  tx.maybe(one, { district: tx.scope.districtId, id })

type Row = One & {
  person: string | null
  caregiver: string | null
  row: string
  by: string
  at: Date
  stands: number
}
const put = statement(
  ($: Row) => sql`
    insert into message_choice as c (district_id, id, person_id, caregiver_id, email, text, digest, with_time, hours_from,
      hours_until, paused_until, pause_reason, changed_by, changed_at, version)
    select ${$.district}, ${$.id}, ${$.person}::uuid, ${$.caregiver}::uuid, r.email, r.text, r.digest, r."withTime",
      r."hoursFrom", r."hoursUntil", r."pausedUntil", r."pauseReason", ${$.by}, ${$.at}, 1
    from jsonb_to_record(${$.row}::jsonb) as r(email boolean, text boolean, digest boolean, "withTime" boolean, "hoursFrom" text,
      "hoursUntil" text, "pausedUntil" timestamptz, "pauseReason" text)
    on conflict (district_id, id) do update set email = excluded.email, text = excluded.text, digest = excluded.digest,
      with_time = excluded.with_time, hours_from = excluded.hours_from, hours_until = excluded.hours_until,
      paused_until = excluded.paused_until, pause_reason = excluded.pause_reason, changed_by = excluded.changed_by,
      changed_at = excluded.changed_at, version = c.version + 1
    where c.version = ${$.stands}`,
)

/**
 * Writes what was chosen over the version that was read. @returns whether it was still the one that stands
 */
export async function saveChoice(
  unit: Unit,
  whose: { personId: string } | { caregiverId: string },
  choice: MessageChoice,
): Promise<boolean> {
  const [person, caregiver] = 'personId' in whose ? [whose.personId, null] : [null, whose.caregiverId]
  const { version, ...row } = choice
  const written = await unit.tx.run(put, {
    district: unit.districtId,
    id: person ?? caregiver,
    person,
    caregiver,
    row: JSON.stringify(row),
    by: unit.actor.personId as string,
    at: unit.now,
    stands: version,
  })
  return written === 1
}
