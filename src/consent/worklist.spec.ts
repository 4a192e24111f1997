import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inventConsents } from '#tests/support/invented-consents.ts'
import { pathwayWiring } from '#tests/support/referral-story.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { consentStates, type ConsentState, consentStatesOf } from './consent-state.ts'
import { lookWorklist } from './look-worklist.ts'
import { consentsForReferrals } from './store.ts'
import { countConflicts } from './worklist-store.ts'

const many = 1300
let world: World
beforeAll(async () => {
  world = await riverside({ wiring: pathwayWiring })
  await inventConsents(world, many)
}, 120_000)
afterAll(() => world.close())

type Whole = {
  id: string
  partnerId: string | null
  reachable: boolean
  referredAt: Date
  lastAskedAt: Date | null
}
/** The same by the rules alone, one referral after another. */
async function byRules(): Promise<Map<ConsentState, string[]>> {
  const { rows } = await world.admin.query<Whole>(
    `select f.id, f.partner_id as "partnerId", f.referred_at as "referredAt", exists (select from guardianship g
       join caregiver c on c.id = g.caregiver_id where g.student_id = f.student_id and g.ended_on is null
       and g.authority <> 'may_not_consent' and c.phone is not null and c.contact_rule <> 'do_not_contact') as reachable,
       (select max(q.asked_at) from consent_request q where q.referral_id = f.id and q.partner_id = f.partner_id)
         as "lastAskedAt"
     from referral f where f.ended_at is null order by f.referred_at, f.id`,
  )
  const consents = await world.db.transaction({ districtId: world.districtId, side: 'system' }, (tx) =>
    consentsForReferrals(
      tx,
      rows.map(({ id }) => id),
    ),
  )
  const found = new Map<ConsentState, string[]>(consentStates.map((state) => [state, []]))
  for (const row of rows) {
    const said = consents.get(row.id) ?? []
    const { lastAskedAt, partnerId } = row
    const requested =
      lastAskedAt !== null && !said.some((one) => one.partnerId === partnerId && one.givenAt >= lastAskedAt)
    const known = { ...row, consents: said, requested, warnFrom, now: world.clock.now() }
    for (const state of consentStatesOf(known)) found.get(state)?.push(row.id)
  }
  return found
}

const warnFrom = '2026-10-27'
const leila = () => world.being('leila')

/** Every row of one state, page after page. */
async function through(state: ConsentState) {
  const ids: string[] = []
  for (let after: string | undefined; ; ) {
    const page = await lookWorklist.see(leila(), { state, ...(after !== undefined && { after }) })
    ids.push(...page.rows.map(({ id }) => id))
    if (page.next === undefined) return { ids, counts: page.counts }
    after = page.next
  }
}

describe('The lists of consents beyond a thousand open referrals', () => {
  test('hold every referral the rules put there, each once and in order, whatever its state', async () => {
    const expected = await byRules()
    for (const state of consentStates) {
      const found = await through(state)
      expect([state, found.ids]).toEqual([state, expected.get(state)])
      expect(found.counts[state]).toBe(found.ids.length)
    }
    expect([...expected.values()].every((ids) => ids.length > 0)).toBe(true)
  }, 120_000)

  test('say how many conflicts there are without weighing all the others', async () => {
    const expected = await byRules()
    const { actor, db, clock } = leila()
    const asked = { zone: 'America/Los_Angeles', now: clock.now() }
    const scope = { districtId: world.districtId, side: 'school' } as const
    const count = await db.transaction(scope, (tx) => countConflicts(tx, actor, asked))
    expect(count).toBe(expected.get('conflicting')?.length)
    expect(count).toBeGreaterThan(0)
  })
})
