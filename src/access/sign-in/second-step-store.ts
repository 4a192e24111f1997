import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

type Row = { secret: Buffer | null; pending: Buffer | null; link_owed: boolean }

export const find = statement(
  ($: { login: string }) =>
    sql<Row>`select secret, pending, link_owed from second_step where login_id = ${$.login}`,
)
export const offer = statement(
  ($: { login: string; pending: Buffer }) => sql`
    insert into second_step (login_id, pending) values (${$.login}, ${$.pending})
    on conflict (login_id) do update set pending = excluded.pending`,
)
export const accept = statement(
  ($: { login: string; pending: Buffer; step: number; now: Date }) => sql`
    update second_step set secret = pending, pending = null, set_up_at = ${$.now}, last_step = ${$.step}, link_owed = false
    where login_id = ${$.login} and pending = ${$.pending}`,
)
export const put = statement(
  ($: { login: string; secret: Buffer; now: Date }) => sql`
    insert into second_step (login_id, secret, set_up_at) values (${$.login}, ${$.secret}, ${$.now})
    on conflict (login_id) do update set secret = excluded.secret, set_up_at = excluded.set_up_at, last_step = null,
      link_owed = false`,
)
export const useStep = statement(
  ($: { login: string; step: number }) => sql`
    update second_step set last_step = ${$.step}
    where login_id = ${$.login} and secret is not null and (last_step is null or last_step < ${$.step})`,
)
export const putCodes = statement(
  ($: { login: string; hashes: string[] }) => sql`
    with gone as (delete from recovery_code where login_id = ${$.login})
    insert into recovery_code (login_id, hash)
    select ${$.login}::uuid, decode(hash, 'hex') from unnest(${$.hashes}::text[]) as hash`,
)
export const useCode = statement(
  ($: { login: string; hash: Buffer; now: Date }) => sql`
    update recovery_code set used_at = ${$.now}
    where login_id = ${$.login} and hash = ${$.hash} and used_at is null`,
)
export const countCodes = statement(
  ($: { login: string }) => sql<{ left: number }>`
    select count(*) as left from recovery_code where login_id = ${$.login} and used_at is null`,
)
