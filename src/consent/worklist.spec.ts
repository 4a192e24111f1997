import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { newId } from '#platform/ids.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { partners } from '#tests/riverside/places.ts'
import { randomFrom } from '#tests/riverside/large/random.ts'
import { insertRows, traceSetting } from '#tests/riverside/rows.ts'
import { Walk } from '#tests/riverside/stories/walk.ts'
import { pathwayWiring } from '#tests/support/referral-story.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { consentStates, type ConsentState, consentStatesOf } from './consent-state.ts'
import { itemsOf, releaseScopes, type Scope } from './consent.ts'
import { lookWorklist } from './look-worklist.ts'
import { consentsForReferrals } from './store.ts'
import { countConflicts } from './worklist-store.ts'

const many = 1300
let world: World
beforeAll(async () => {
  world = await riverside({ wiring: pathwayWiring })
  await invent()
}, 120_000)
afterAll(() => world.close())

const tables = ['consent', 'consent_answer', 'consent_settlement', 'consent_revocation'] as const
type Rows = Record<(typeof tables)[number], Record<string, unknown>[]>
const now = new Date('2026-10-20T20:30:00Z')
const dice = randomFrom(20_261_130)
const { sofia } = families
const day = (from: number) => new Date(now.getTime() + from * 86_400_000).toISOString()
const agencies = [partners.cedarStreet.id, partners.northbank.id]
const caregivers = [sofia, families.theo, families.kayla].flatMap((each) =>
  each.caregivers.map(({ id }) => id),
)

/** What nearly every answer has, so that most are lacking at most one thing. */
const usual = <Value>(value: Value): Value[] => Array.from({ length: 24 }, () => value)

type Asked = { id: string; partner_id: string | null; student_id: string }

/** Who answered about a referral, for which agency, and when, in any of the ways in which one can. */
function answeredOf(referral: Asked) {
  const alone = dice.percent(8)
  return {
    id: newId(),
    partner_id: dice.percent(90) && referral.partner_id !== null ? referral.partner_id : dice.pick(agencies),
    referral_id: referral.id,
    kind: 'release',
    grantor_kind: alone ? 'student' : 'caregiver',
    grantor_age: alone ? dice.pick([16, 18]) : null,
    minor_consented: alone && dice.percent(50),
    caregiver_id: alone ? null : dice.pick(caregivers),
    grantor_name: dice.pick([...usual('Somebody'), ' ']),
    relationship: dice.pick([...usual('mother'), '']),
    authority: dice.pick([...usual('may_consent'), 'minor_rule', 'unknown']),
    agency_named: dice.pick([...usual('Cedar Street'), null, '']),
    school_named: dice.pick([...usual('Alder Creek'), null, ' ']),
    interpreter: dice.percent(20) ? 'sealed' : null,
    method: dice.pick(['phone_witnessed', 'paper', 'in_person']),
    witness: dice.percent(85) ? 'sealed' : null,
    document_reference: dice.percent(50) ? 'sealed' : null,
    language: dice.pick([...usual('en'), 'es-MX', 'ar', 'so']),
    purpose: dice.pick([...usual('referral_and_follow_up'), 'something_else']),
    wording_version: dice.pick([...usual('questions 3'), 'questions 1', 'questions 2', 'unheard of']),
    starts_at: day(dice.pick([-9, -9, -9, 2])),
    ends_on: day(dice.pick([-1, 0, 3, 90, 90, 90])).slice(0, 10),
    given_at: day(dice.pick([-9, -8, -7, -6, -6, 1])),
    recorded_by: cast.maya.id,
  }
}

/** One record of answers about a referral, some of them settled, some taken back. */
function answered(rows: Rows, referral: Asked) {
  const common = { district_id: world.districtId, student_id: referral.student_id, family_sees: 'family' }
  const consent = { ...common, ...answeredOf(referral) }
  rows.consent.push(consent)
  const asked = [...releaseScopes, 'services'].filter(() => dice.percent(45))
  for (const scope of asked.length === 0 ? ['referral_disclosure'] : asked) {
    const answer = { ...common, consent_id: consent.id, scope, partner_id: consent.partner_id }
    const items = dice.pick([...usual(itemsOf[scope as Scope]), [], ['identity', 'status']])
    rows.consent_answer.push({ ...answer, answer: dice.percent(70), items })
    if (!dice.percent(20)) continue
    const decided_at = day(dice.pick([-7, -5, -5, 1]))
    const decided = { id: newId(), decided_by: cast.maya.id, because: 'they_agreed', decided_at }
    rows.consent_settlement.push({ ...answer, ...decided, referral_id: referral.id })
  }
  if (!dice.percent(15)) return
  const revoked_at = day(dice.pick([-5, -4, 1]))
  const taken = { asked_by: 'caregiver', channel: 'phone', recorded_by: cast.maya.id, revoked_at }
  const of = { consent_id: consent.id, partner_id: consent.partner_id }
  rows.consent_revocation.push({ ...common, ...of, ...taken })
}

/** What no act would write stands among it too: the two must agree on whatever there is. */
const dropChecks = () =>
  world.admin.query(`do $$ declare each record; begin
    for each in select conrelid::regclass as target, conname from pg_constraint
      where contype = 'c' and conrelid = any ('{${tables.join()}}'::regclass[]) loop
      execute format('alter table %s drop constraint %I', each.target, each.conname);
    end loop; end $$`)

/** More open referrals than were ever read at once, with every kind of answer. */
async function invent() {
  const walk = new Walk({ being: world.being, at: (moment) => world.clock.set(moment) }, 'theo')
  await walk.raise('Quiet for two weeks.')
  await walk.decide('b')
  world.clock.set(now)
  const found = await world.admin.query<{ row: Record<string, unknown> }>(
    'select to_jsonb(r) as row from referral r where id = $1',
    [walk.referralId],
  )
  await dropChecks()
  const rows: Rows = { consent: [], consent_answer: [], consent_settlement: [], consent_revocation: [] }
  const referrals = Array.from({ length: many }, (_, at) => {
    const referral = {
      ...found.rows[0]?.row,
      id: newId(),
      number: 900_000 + at,
      student_id: dice.pick([sofia.id, families.theo.id]),
      partner_id: dice.percent(90) ? dice.pick(agencies) : null,
      // Several of one instant, so that the order of ids counts too.
      referred_at: day(-40 + Math.floor(at / 60)),
    }
    for (let each = dice.pick([0, 0, 1, 1, 2, 3]); each > 0; each--) answered(rows, referral)
    return referral
  })
  await world.db.transaction({ districtId: world.districtId, side: 'system' }, async (tx) => {
    await tx.run(sql`set constraints all deferred`)
    await insertRows(tx, 'referral', referrals)
    for (const table of tables) await insertRows(tx, table, rows[table])
    const at = world.clock.now()
    await traceSetting(tx, { at, type: 'referral', ids: referrals.map(({ id }) => id) })
    for (const table of ['consent', 'consent_settlement'] as const)
      await traceSetting(tx, { at, type: table, ids: rows[table].map(({ id }) => String(id)) })
  })
  // Nobody of one family may be called.
  await world.admin.query(`begin; set local session_replication_role = replica;
    update caregiver set contact_rule = 'do_not_contact' where id in (
      select caregiver_id from guardianship where student_id = '${families.theo.id}'); commit; analyze`)
}

type Whole = { id: string; partnerId: string | null; reachable: boolean; referredAt: Date }
/** The same by the rules alone, one referral after another. */
async function byRules(): Promise<Map<ConsentState, string[]>> {
  const { rows } = await world.admin.query<Whole>(
    `select f.id, f.partner_id as "partnerId", f.referred_at as "referredAt", exists (select from guardianship g
       join caregiver c on c.id = g.caregiver_id where g.student_id = f.student_id and g.ended_on is null
       and g.authority <> 'may_not_consent' and c.phone is not null and c.contact_rule <> 'do_not_contact') as reachable
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
    const known = { ...row, consents: consents.get(row.id) ?? [], warnFrom, now: world.clock.now() }
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
