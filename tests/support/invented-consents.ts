import { sql } from 'kysely'
import { itemsOf, releaseScopes, type Scope } from '#consent/consent.ts'
import { newId } from '#platform/ids.ts'
import { cast } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { randomFrom } from '../riverside/large/random.ts'
import { partners } from '../riverside/places.ts'
import { insertRows, traceSetting } from '../riverside/rows.ts'
import { Walk } from '../riverside/stories/walk.ts'
import type { World } from './riverside.ts'

const tables = [
  'consent',
  'consent_answer',
  'consent_settlement',
  'consent_revocation',
  'consent_request',
] as const
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

type Asked = { district_id: string; id: string; partner_id: string | null; student_id: string }

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
    wording_version: dice.pick([
      ...usual('questions 4'),
      'questions 3',
      'questions 1',
      'questions 2',
      'unheard of',
    ]),
    starts_at: day(dice.pick([-9, -9, -9, 2])),
    ends_on: day(dice.pick([-1, 0, 3, 90, 90, 90])).slice(0, 10),
    given_at: day(dice.pick([-9, -8, -7, -6, -6, 1])),
    recorded_by: cast.maya.id,
  }
}

/** One record of answers about a referral, some of them settled, some taken back. */
function answered(rows: Rows, referral: Asked) {
  const common = { district_id: referral.district_id, student_id: referral.student_id, family_sees: 'family' }
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

/** A family was given the paper, before or after what it answered. */
const askedOn = (referral: Asked) => ({
  district_id: referral.district_id,
  id: newId(),
  referral_id: referral.id,
  student_id: referral.student_id,
  partner_id: dice.percent(90) && referral.partner_id !== null ? referral.partner_id : dice.pick(agencies),
  caregiver_id: dice.pick(caregivers),
  way: 'paper',
  scopes: ['referral_disclosure'],
  asked_by: cast.maya.id,
  asked_at: day(dice.pick([-9, -8, -6, -1])),
  due_at: day(dice.pick([-0.5, 3])),
})

/** What no act would write stands among it too: the two must agree on whatever there is. */
const dropChecks = ({ admin }: World) =>
  admin.query(`do $$ declare each record; begin
    for each in select conrelid::regclass as target, conname from pg_constraint
      where contype = 'c' and conrelid = any ('{${tables.join()}}'::regclass[]) loop
      execute format('alter table %s drop constraint %I', each.target, each.conname);
    end loop; end $$`)

/** Open referrals with every kind of answer, as many as are asked for. */
async function rowsOf({ admin }: World, { referralId, many }: { referralId: string; many: number }) {
  const found = await admin.query<{ row: Record<string, unknown> & { district_id: string } }>(
    'select to_jsonb(r) as row from referral r where id = $1',
    [referralId],
  )
  const [like] = found.rows
  if (like === undefined) throw new Error('There is no referral to invent others from')
  const rows = Object.fromEntries(tables.map((table) => [table, []])) as unknown as Rows
  const referrals = Array.from({ length: many }, (_, at) => {
    const referral = {
      ...like.row,
      id: newId(),
      number: 900_000 + at,
      student_id: dice.pick([sofia.id, families.theo.id]),
      partner_id: dice.percent(90) ? dice.pick(agencies) : null,
      // Several of one instant, so that the order of ids counts too.
      referred_at: day(-40 + Math.floor(at / 60)),
    }
    for (let each = dice.pick([0, 0, 1, 1, 2, 3]); each > 0; each--) answered(rows, referral)
    if (dice.percent(20)) rows.consent_request.push(askedOn(referral))
    return referral
  })
  return { rows, referrals }
}

/**
 * More open referrals than were ever read at once, with every kind of answer and of asking, at one moment.
 * @param many how many
 */
export async function inventConsents(world: World, many: number): Promise<void> {
  const walk = new Walk({ being: world.being, at: (moment) => world.clock.set(moment) }, 'theo')
  await walk.raise('Quiet for two weeks.')
  await walk.decide('b')
  world.clock.set(now)
  await dropChecks(world)
  const { rows, referrals } = await rowsOf(world, { referralId: walk.referralId, many })
  await world.db.transaction({ districtId: world.districtId, side: 'system' }, async (tx) => {
    await tx.run(sql`set constraints all deferred`)
    await insertRows(tx, 'referral', referrals)
    for (const table of tables) await insertRows(tx, table, rows[table])
    const at = world.clock.now()
    await traceSetting(tx, { at, type: 'referral', ids: referrals.map(({ id }) => id) })
    for (const table of ['consent', 'consent_settlement', 'consent_request'] as const)
      await traceSetting(tx, { at, type: table, ids: rows[table].map(({ id }) => String(id)) })
  })
  // Nobody of one family may be called.
  await world.admin.query(`begin; set local session_replication_role = replica;
    update caregiver set contact_rule = 'do_not_contact' where id in (
      select caregiver_id from guardianship where student_id = '${families.theo.id}'); commit; analyze`)
}
