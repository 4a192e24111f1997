import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { opened } from '#platform/vault/opened.ts'

type Contact = { id: string; phone: string | null; email: string | null }

/** So many at once: no statement holds a whole district. */
const batch = 5000

async function* pages(read: (after: string | null) => Promise<Contact[]>) {
  for (let after: string | null = null; ; ) {
    const some: Contact[] = await read(after)
    if (some.length > 0) yield some
    if (some.length < batch) return
    after = some.at(-1)?.id ?? null
  }
}

/**
 * How caregivers are reached now, opened, in a table of this transaction alone: what lies sealed cannot be
 * compared with a roster in the database.
 */
export async function openContacts(tx: Transaction): Promise<void> {
  await tx.run(
    sql`create temp table known_contact (id uuid primary key, phone text, email text) on commit drop`,
  )
  const read = (after: string | null) =>
    tx.all(sql<Contact>`
      select c.id, ${opened('caregiver.phone', 'c')} as phone, ${opened('caregiver.email', 'c')} as email
      from caregiver c join stage_caregiver s on s.id = c.id and s.found and not s.ended
      where c.district_id = ${tx.scope.districtId} and c.version = 1 and (${after}::uuid is null or c.id > ${after}::uuid)
      order by c.id limit ${batch}`)
  for await (const some of pages(read))
    await tx.run(sql`insert into known_contact
      select * from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as t(id uuid, phone text, email text)`)
  await tx.run(sql`analyze known_contact`)
}

/** Seals what a roster says of how to reach caregivers, where it waits to be written. */
export async function sealContacts(tx: Transaction, table: 'stage_caregiver' | 'reaching'): Promise<void> {
  const read = (after: string | null) =>
    tx.all(sql<Contact>`
      select id, phone, email from ${sql.table(table)}
      where (phone is not null or email is not null) and (${after}::uuid is null or id > ${after}::uuid)
      order by id limit ${batch}`)
  for await (const some of pages(read)) {
    const sealed = some.map((contact) => tx.sealed('caregiver', { row: contact.id, of: contact.id }, contact))
    await tx.run(sql`update ${sql.table(table)} s set phone = t.phone, email = t.email
      from jsonb_to_recordset(${JSON.stringify(sealed)}::jsonb) as t(id uuid, phone text, email text) where s.id = t.id`)
  }
}
