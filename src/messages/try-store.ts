import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Channel, TryOutcome } from './message.ts'

export type Try = {
  readonly at: Date
  readonly channel: Channel
  readonly outcome: TryOutcome
  readonly code: string | null
}
type New = Omit<Try, 'at'> & { messageId: string; gatewayId: string | null }
const add = statement(
  (
    $: Record<'district' | 'id' | 'message' | 'channel' | 'outcome', string> & {
      code: string | null
      gateway: string | null
      at: Date
    },
  ) => sql`
    insert into message_try (district_id, id, message_id, at, channel, outcome, code, gateway_id)
    values (${$.district}, ${$.id}, ${$.message}, ${$.at}, ${$.channel}, ${$.outcome}, ${$.code}::text, ${$.gateway}::text)`,
)

/** Writes down what came of a try: a code, and nothing anybody said. */
export const addTry = (unit: Unit, { messageId, channel, outcome, code, gatewayId }: New): void =>
  unit.tx.write(add, {
    district: unit.districtId,
    id: unit.id(),
    message: messageId,
    at: unit.now,
    channel,
    outcome,
    code,
    gateway: gatewayId,
  })

const ofMessages = statement(
  ($: { district: string; ids: readonly string[] }) => sql<Try & { messageId: string }>`
    select message_id as "messageId", at, channel, outcome, code from message_try
    where district_id = ${$.district} and message_id = any(${$.ids}::uuid[]) order by at desc, id desc limit 2000`,
)
/** What came of each, the latest first. */
export async function triesOf(tx: Transaction, ids: readonly string[]): Promise<Map<string, Try[]>> {
  const rows = ids.length === 0 ? [] : await tx.all(ofMessages, { district: tx.scope.districtId, ids })
  return Map.groupBy(rows, ({ messageId }) => messageId)
}
