import { calendarOf, dayOf, findSchool, getDistrict } from '#district/contract.ts'
import type { Transaction } from '#platform/database/database.ts'

/**
 * Whether a school decides about real students now: shipped samples are closed to it until approved [R095].
 */
export async function isLive(
  { tx, now }: { tx: Transaction; now: Date },
  schoolId: string,
): Promise<boolean> {
  const { demo } = await getDistrict(tx)
  if (demo) return false
  const school = await findSchool(tx, schoolId)
  const liveOn = school?.liveOn ?? null
  return liveOn !== null && liveOn <= dayOf(await calendarOf(tx), now)
}
