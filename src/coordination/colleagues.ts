import type { Transaction } from '#platform/database/database.ts'
import type { Reading } from './unusual.ts'
import { type Reached, staff, parents } from './colleagues-store.ts'

const waysOf = ({ phone, email }: Pick<Reached, 'phone' | 'email'>): string[] =>
  [phone, email].flatMap((way) => (way === null ? [] : [way.toLowerCase()]))

/**
 * Whether a reading is of the child of somebody the reader works with at a school: records that draw eyes.
 * A parent is known by the sign-in of the family, or by the phone or mail they have at work.
 */
export async function colleaguesOf(tx: Transaction, students: readonly string[]) {
  const district = tx.scope.districtId
  const everybody = await tx.all(staff, { district })
  const byId = new Map(everybody.map((one) => [one.personId, one]))
  const byWay = Map.groupBy(
    everybody.flatMap((one) => waysOf(one).map((way) => ({ way, one }))),
    ({ way }) => way,
  )
  const signedIn = Map.groupBy(await tx.all(parents, { district, students }), ({ studentId }) => studentId)
  return (reading: Pick<Reading, 'personId' | 'studentId'>, family: readonly Reached[]): boolean => {
    const reader = byId.get(reading.personId)
    const known = family.flatMap(waysOf).flatMap((way) => byWay.get(way)?.map(({ one }) => one) ?? [])
    const own = (signedIn.get(reading.studentId) ?? []).flatMap(({ personId }) => byId.get(personId) ?? [])
    return [...known, ...own].some(
      ({ personId, schools }) =>
        personId !== reading.personId && schools.some((school) => reader?.schools.includes(school)),
    )
  }
}
