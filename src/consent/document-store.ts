import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Scan, ScanKind } from '#platform/scan/scan.ts'

/** A scan as it is listed. */
export type ConsentDocument = { id: string; consentId: string; kind: ScanKind; size: number; addedAt: Date }

const ofReferral = statement(
  ($: { district: string; referral: string }) => sql<ConsentDocument>`
    select d.id, d.consent_id as "consentId", d.kind, d.size, d.added_at as "addedAt"
    from consent c join consent_document d on d.district_id = c.district_id and d.consent_id = c.id
    where c.district_id = ${$.district} and c.referral_id = ${$.referral} order by d.added_at, d.id`,
)
/** The scans of every consent of a referral, in the order they were added. */
export const documentsOf = (tx: Transaction, referralId: string): Promise<ConsentDocument[]> =>
  tx.all(ofReferral, { district: tx.scope.districtId, referral: referralId })

const consent = statement(
  ($: { district: string; id: string }) => sql<{ method: string; studentId: string; documents: number }>`
    select c.method, c.student_id as "studentId", (select count(*)::int from consent_document d
      where d.district_id = c.district_id and d.consent_id = c.id) as documents
    from consent c where c.district_id = ${$.district} and c.id = ${$.id}`,
)
/** What adding a scan to a consent depends on. The caller holds its referral. */
export const getScanned = (tx: Transaction, consentId: string) =>
  tx.one(consent, { district: tx.scope.districtId, id: consentId })

const at = (id: string) => ({ table: 'consent_document', column: 'bytes', row: id }) as const

type Row = Record<'district' | 'id' | 'consent' | 'student' | 'kind' | 'by', string> & {
  size: number
  bytes: Buffer
  now: Date
}
const add = statement(
  ($: Row) => sql`
    insert into consent_document (district_id, id, consent_id, student_id, kind, size, bytes, added_by, added_at)
    values (${$.district}, ${$.id}, ${$.consent}, ${$.student}, ${$.kind}, ${$.size}, ${$.bytes}, ${$.by}, ${$.now})`,
)

/** Keeps a scan, sealed with the student's key. Trace: a change about the consent. @returns its id */
export function addDocument(unit: Unit, of: { consentId: string; studentId: string }, scan: Scan): string {
  const id = unit.id()
  unit.tx.write(add, {
    district: unit.districtId,
    id,
    consent: of.consentId,
    student: of.studentId,
    kind: scan.kind,
    size: scan.bytes.length,
    bytes: unit.tx.sealing.value({ ...at(id), of: of.studentId }, scan.bytes),
    by: unit.actor.personId as string,
    now: unit.now,
  })
  return id
}

const one = statement(
  ($: { district: string; consent: string; id: string }) => sql<{ kind: ScanKind; bytes: Buffer }>`
    select kind, bytes from consent_document
    where district_id = ${$.district} and consent_id = ${$.consent} and id = ${$.id}`,
)
/**
 * A scan of a consent, opened, or undefined where there is none or it was removed. Reach is judged by the
 * caller.
 */
export async function openDocument(
  tx: Transaction,
  { consentId, documentId }: { consentId: string; documentId: string },
): Promise<{ kind: ScanKind; bytes: Buffer } | undefined> {
  const found = await tx.maybe(one, { district: tx.scope.districtId, consent: consentId, id: documentId })
  if (found === undefined) return undefined
  const bytes = await tx.sealing.opened(at(documentId), found.bytes)
  return bytes.length === 0 ? undefined : { kind: found.kind, bytes }
}
