import { expect, test } from 'vitest'
import { z } from 'zod'
import { partnerStaff } from '#access/roles.ts'
import { house } from '../compose.ts'

/**
 * Every text an agency can type anywhere in the product, and what it is for. None of it is about how a
 * student is: a new one is a decision somebody takes here, in the open [R069].
 */
const known: Record<string, string[]> = {
  'referrals/accept-referral': ['clinicianName', 'credential'],
  'referrals/schedule-visit': ['place', 'withWhom'],
  'referrals/offer-times': ['place', 'withWhom'],
  'directory/update-capacity': ['acceptanceNote'],
  'directory/describe-partner': ['about', 'contactName', 'address', 'hours', 'populations'],
}
/**
 * Text that is a code, a day or an id: what it may be is closed by its pattern, its list, or the standard
 * in force.
 */
const closed = new Set(['reason', 'lateReason', 'onDay', 'atTime', 'happenedOn', 'visitOn', 'nextOpeningOn'])

type Schema = {
  type?: string
  format?: string
  pattern?: string
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, Schema>
  anyOf?: Schema[]
}

const isFree = (schema: Schema): boolean =>
  schema.type === 'string' &&
  schema.enum === undefined &&
  schema.const === undefined &&
  schema.pattern === undefined &&
  schema.format === undefined

/** The names of fields that take any text, at any depth. */
function freeTexts(schema: Schema): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, each]) => {
    const parts = [each, ...(each.anyOf ?? [])]
    const own = parts.some(isFree) && !name.endsWith('Id') && !closed.has(name) ? [name] : []
    return [...own, ...parts.flatMap(freeTexts)]
  })
}

const reachable = house.resources.filter(({ act }) =>
  act.by.some((role) => (partnerStaff as readonly string[]).includes(role)),
)
/** Acts of every member of staff, an agency's among them: a person's own account and news. */
const ofOneself = new Set(['coordination/acknowledge-notice', 'acknowledgements/acknowledge-terms'])
/** What a clinician keeps for their own agency: it goes to nobody, and no wall lets the school near it. */
const ofTheAgency = new Set(['services/write-note'])

test('no field by which an agency tells the school anything takes notes, a diagnosis or anything clinical [R069] [R072]', () => {
  const found = reachable
    .filter(({ act }) => !ofOneself.has(act.name) && !ofTheAgency.has(act.name))
    .map(
      ({ act }) =>
        [
          act.name,
          freeTexts(z.toJSONSchema(act.given, { io: 'input', unrepresentable: 'any' }) as Schema),
        ] as const,
    )
    .filter(([, names]) => names.length > 0)
  expect(Object.fromEntries(found)).toEqual(known)
})

test('the search for free text finds one where there is one', () => {
  const planted = z.object({
    referralId: z.string(),
    note: z.string().max(500).optional(),
    inner: z.object({ diagnosis: z.string() }),
  })
  expect(freeTexts(z.toJSONSchema(planted, { io: 'input' }) as Schema)).toEqual(['note', 'diagnosis'])
})

test('the search sees every act of an agency', () => {
  expect(reachable.length).toBeGreaterThanOrEqual(15)
})

test('every post about a referral turns away what does not belong', () => {
  const posts = reachable.filter(({ address }) => address.startsWith('/inbox/'))
  expect(posts.length).toBeGreaterThanOrEqual(14)
  for (const { act } of posts) {
    const schema = z.toJSONSchema(act.given, { io: 'input', unrepresentable: 'any' }) as {
      additionalProperties?: boolean
    }
    expect(schema.additionalProperties, act.name).toBe(false)
  }
})
