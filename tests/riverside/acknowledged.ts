import { sampleTerms } from '#acknowledgements/shipped-terms.ts'
import { sampleGuides } from '#acknowledgements/shipped-guides.ts'
import { audienceOf, readings, validDays } from '#acknowledgements/terms.ts'
import type { Transaction } from '#platform/database/database.ts'
import { cast, type Member } from './cast.ts'
import { idOf } from './ids.ts'
import { riversideId, summer } from './places.ts'
import { insertRows, type Row, traceSetting } from './rows.ts'

const district_id = riversideId
export const termsId = (audience: string) => idOf(`terms/${audience}/1`)

const termsRows = readings.map(
  (audience): Row => ({
    district_id,
    id: termsId(audience),
    audience,
    version: 1,
    lines: { ...sampleTerms, ...sampleGuides }[audience],
    valid_days: validDays.shipped,
    sample: true,
    in_force_from: summer,
    published_at: summer,
  }),
)

/** Everybody of the cast who works read their terms when the school year began. */
const acknowledgedRows = Object.values(cast).flatMap((someone: Member) => {
  const read = new Set(someone.assignments.map(({ role }) => audienceOf(role)))
  return [...read].flatMap((audience): Row[] =>
    audience === undefined
      ? []
      : [
          {
            district_id,
            id: idOf(`acknowledged/${someone.id}/${audience}`),
            person_id: someone.id,
            terms_id: termsId(audience),
            acknowledged_at: summer,
            ends_on: '2027-08-03',
          },
        ],
  )
})

/** What people keep to, as it ships, and that the cast has acknowledged it. */
export async function seedAcknowledged(tx: Transaction): Promise<void> {
  const at = new Date(summer)
  await insertRows(tx, 'privacy_terms', termsRows)
  await insertRows(tx, 'acknowledgement', acknowledgedRows)
  await traceSetting(tx, { at, type: 'privacy_terms', ids: termsRows.map(({ id }) => String(id)) })
  await traceSetting(tx, { at, type: 'acknowledgement', ids: acknowledgedRows.map(({ id }) => String(id)) })
}
