import { addNotice } from '#access/notice-store.ts'
import type { Role } from '#access/roles.ts'
import { personTold } from '#access/told.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { RecordOpening } from './opening.ts'
import { type OpeningNews, toTell, before, settle } from './opening-alert-store.ts'

/** Whether anybody was told this of an opening before. */
export const wasTold = async (tx: Transaction, opening: string, kind: OpeningNews): Promise<boolean> =>
  (await tx.one(before, { district: tx.scope.districtId, opening, kind })).told

type Told = Pick<RecordOpening, 'id' | 'personId' | 'studentId'> & { schoolId: string | null }

/**
 * Tells everybody who holds one of the roles where the student is, except who opened it and whoever is kept
 * from the student: a notice in the transaction, and a message follows at once. @returns how many
 */
export async function tellOfOpening(
  unit: Unit,
  { id, personId, studentId, schoolId }: Told,
  { kind, roles }: { kind: OpeningNews; roles: readonly Role[] },
): Promise<number> {
  const district = unit.districtId
  const told = await unit.tx.all(toTell, {
    district,
    opening: id,
    kind,
    opener: personId,
    student: studentId,
    school: schoolId,
    roles,
    now: unit.now,
  })
  for (const { id: person } of told) {
    const news = { personId: person, kind, subject: { type: 'record_opening', id } }
    addNotice(unit, news)
    await unit.tell(personTold, news)
  }
  return told.length
}

/** What was reviewed waits no more: nobody is told of it again. */
export const settleNews = ({ tx, districtId: district, now: at }: Unit, opening: string): void =>
  tx.write(settle, { district, opening, at })
