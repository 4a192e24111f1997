import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'

export const add = statement(
  (
    $: Record<
      'district' | 'id' | 'student' | 'referral' | 'partner' | 'consent' | 'direction' | 'purpose',
      string
    > & { items: readonly string[]; at: Date; by: string | null; as: string },
  ) => sql`
    insert into disclosure (district_id, id, student_id, referral_id, partner_id, consent_id, direction, items, purpose, at,
      made_by, made_as, family_sees)
    values (${$.district}, ${$.id}, ${$.student}, ${$.referral}, ${$.partner}, ${$.consent}, ${$.direction},
      ${$.items}::text[], ${$.purpose}, ${$.at}, ${$.by}, ${$.as},
      (select c.family_sees from consent c where c.district_id = ${$.district} and c.id = ${$.consent}))`,
)

/**
 * The threat that let something be told without consent, in a statement that calls consent_exception e: its
 * own, or what the incident it was told in says last.
 */
export const threatOfTold = sql<string | null>`coalesce(${opened('consent_exception.threat', 'e')},
  (select ${opened('crisis_entry.words', 'danger')} from crisis_entry danger
    where danger.district_id = e.district_id and danger.incident_id = e.incident_id and danger.kind = 'danger_said'
    order by danger.id desc limit 1))`
export const addTold = statement(
  ($: {
    district: string
    id: string
    exception: string
    student: string
    basis: string
    items: readonly string[]
    office: string
    sees: string
    at: Date
    by: string | null
    as: string | null
  }) => sql`
    insert into disclosure (district_id, id, student_id, exception_id, basis, direction, items, purpose, at, made_by, made_as,
      recipient_office, family_sees)
    values (${$.district}, ${$.id}, ${$.student}, ${$.exception}, ${$.basis}, 'to_other', ${$.items}::text[], ${$.basis},
      ${$.at}, ${$.by}, ${$.as}, ${$.office}, ${$.sees})`,
)
