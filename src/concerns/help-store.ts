import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

/** Whom to call in a crisis. */
export type CrisisContact = {
  id: string
  kind: 'emergency' | 'crisis_line' | 'mobile_crisis' | 'other'
  name: string
  number: string
  note: { en: string; es: string }
}

const contacts = statement(
  ($: { district: string; school: string | null; on: Date }) => sql<CrisisContact>`
    select c.id, c.kind, c.name, c.number, jsonb_build_object('en', c.note_en, 'es', c.note_es) as note
    from crisis_contact c join district d on d.district_id = c.district_id
    where c.district_id = ${$.district} and (c.school_id is null or c.school_id = ${$.school}::uuid)
      and (c.ended_on is null or c.ended_on > (${$.on}::timestamptz at time zone d.time_zone)::date)
    order by c.position, c.id`,
)

/** The two numbers of the whole country: a district may word them, and no district can be without them. */
const national: readonly CrisisContact[] = [
  {
    id: 'emergency',
    kind: 'emergency',
    name: '911',
    number: '911',
    note: { en: 'danger now', es: 'hay peligro ahora' },
  },
  {
    id: 'crisis_line',
    kind: 'crisis_line',
    name: '988',
    number: '988',
    note: { en: 'crisis line, call or text', es: 'línea de crisis, llame o escriba. Para español, marque 2' },
  },
]

/**
 * Whom to call in a crisis at a school, in the order they are shown; 911 and 988 are among them whatever is
 * set up.
 */
export async function crisisContactsAt(
  tx: Transaction,
  { schoolId, now }: { schoolId: string | null; now: Date },
): Promise<CrisisContact[]> {
  const own = await tx.all(contacts, { district: tx.scope.districtId, school: schoolId, on: now })
  return [...national.filter(({ kind }) => own.every((contact) => contact.kind !== kind)), ...own]
}

/** A service families can ask about. */
export type OpenService = { partner: string; about: string; services: string[]; phone: string | null }

const services = statement(
  ($: { district: string }) => sql<OpenService>`
    select p.name as partner, coalesce(p.about, '') as about, p.phone,
      coalesce((select array_agg(s.name order by s.name) from partner_service s
        where s.district_id = p.district_id and s.partner_id = p.id), '{}') as services
    from partner p
    where p.district_id = ${$.district} and p.ended_at is null and p.onboarded_at is not null
    order by p.name limit 50`,
)

/**
 * The agencies the district works with and what they offer: what a family may know without an account
 * [R005].
 */
export const openServices = (tx: Transaction): Promise<OpenService[]> =>
  tx.all(services, { district: tx.scope.districtId })
