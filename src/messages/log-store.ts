import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { isInReach, type Reach } from './log-reach-store.ts'
import type { Message } from './message.ts'
import { columns } from './store.ts'

export const logStates = ['troubled', 'waiting', 'ended'] as const
export type LogState = (typeof logStates)[number]

export type LoggedMessage = Message & { readonly personName: string | null }

type Asked = Reach & { district: string; state: LogState; from: number; limit: number }
const list = statement(
  ($: Asked) => sql<LoggedMessage>`
    select ${columns}, p.name as "personName" from message m
    left join person p on p.district_id = m.district_id and p.id = m.person_id
    where m.district_id = ${$.district} and ${isInReach($)} and case ${$.state}::text
      when 'troubled' then m.ending = 'set_apart' or m.undelivered_told_at is not null and m.delivered_at is null
        or (m.ended_at is null and m.tries > 0)
      when 'waiting' then m.ended_at is null
      else m.ended_at is not null end
    order by m.made_at desc, m.id desc offset ${$.from} limit ${$.limit}`,
)
/**
 * Messages within reach by where they stand, the latest first: whom of the staff, and of a family nobody by
 * name.
 */
export const listMessages = (tx: Transaction, asked: Omit<Asked, 'district'>): Promise<LoggedMessage[]> =>
  tx.all(list, { district: tx.scope.districtId, ...asked })

const reached = statement(
  ($: Reach & { district: string; id: string }) => sql<{ id: string }>`
    select m.id from message m where m.district_id = ${$.district} and m.id = ${$.id} and ${isInReach($)}`,
)
/** Whether somebody would find this message in their log. */
export const isLoggedFor = async (tx: Transaction, asked: Reach & { id: string }): Promise<boolean> =>
  (await tx.maybe(reached, { district: tx.scope.districtId, ...asked })) !== undefined
