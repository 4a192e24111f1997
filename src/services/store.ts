import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { Referral } from '#referrals/contract.ts'
import type { NoteLaw, ProviderNote } from './note.ts'

const ofReferral = statement(
  ($: { district: string; referral: string }) => sql<ProviderNote>`
    select n.id, ${opened('provider_note.words', 'n')} as words, n.governed_by as "governedBy", n.written_at as "writtenAt",
      p.name as "writtenByName"
    from provider_note n join person p on p.district_id = n.district_id and p.id = n.written_by
    where n.district_id = ${$.district} and n.referral_id = ${$.referral}
    order by n.written_at desc, n.id desc limit 200`,
)

/** What clinicians of the agency that asks wrote on one referral, the newest first. */
export const notesOf = (tx: Transaction, referral: string): Promise<ProviderNote[]> =>
  tx.all(ofReferral, { district: tx.scope.districtId, referral })

type New = Record<'district' | 'id' | 'referral' | 'student' | 'partner' | 'words' | 'by', string> & {
  governedBy: NoteLaw
  at: Date
}
const insert = statement(
  ($: New) => sql`
    insert into provider_note (district_id, id, referral_id, student_id, partner_id, governed_by, words, written_by, written_at)
    values (${$.district}, ${$.id}, ${$.referral}, ${$.student}, ${$.partner}, ${$.governedBy}, ${$.words}, ${$.by}, ${$.at})`,
)

/** Keeps a note. @returns its id */
export function insertNote(
  unit: Unit,
  { id: referral, studentId: student, partnerId }: Referral,
  { words, governedBy }: Pick<ProviderNote, 'words' | 'governedBy'>,
): string {
  const id = unit.id()
  unit.tx.write(insert, {
    ...unit.tx.sealed('provider_note', { row: id, of: referral }, { words }),
    district: unit.districtId,
    id,
    referral,
    student,
    partner: partnerId as string,
    governedBy,
    by: unit.actor.personId as string,
    at: unit.now,
  })
  return id
}
