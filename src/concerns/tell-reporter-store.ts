import { sql } from 'kysely'
import { notKeptFrom } from '#access/not-kept-store.ts'
import { statement } from '#platform/database/query.ts'

// One statement asks whether they may still be told and tells them: nobody waits for an answer in between.
export const tell = statement(
  (
    $: Record<'district' | 'id' | 'person' | 'kind' | 'concern', string> & {
      about: readonly string[]
      at: Date
    },
  ) => sql`
    insert into notice (district_id, id, person_id, kind, subject_type, subject_id, made_at)
    select p.district_id, ${$.id}::uuid, p.id, ${$.kind}::text, 'own_concern', ${$.concern}::uuid, ${$.at}::timestamptz
    from person p where p.district_id = ${$.district} and p.id = ${$.person} and p.ended_at is null
      and ${notKeptFrom('p', $.about)}`,
)
