import type { Actor } from '#access/actor.ts'
import type { Role } from '#access/roles.ts'
import { partnerStaff, sideOf } from '#access/roles.ts'
import { newId } from '#platform/ids.ts'
import { cast } from '../riverside/cast.ts'
import { partners, riversideId } from '../riverside/places.ts'
import { agencyStory } from './agency-story.ts'

/** Copies a row so many times with something changed: `$1` is the row's id, `n` counts the copies. */
const copies = (table: string, change: string, count: number) => `
  insert into ${table} select (jsonb_populate_record(one, ${change})).*
  from ${table} one cross join generate_series(1, ${count}) n where one.id = $1`

const uuid = 'gen_random_uuid()'

/** Hundreds of schools and of navigators, beside those of Riverside. */
const places = `
  insert into school (district_id, id, name, level, public_code)
    select '${riversideId}', ${uuid}, 'Riverbend Elementary School of the Arts ' || n, 'elementary', 'wide-' || n
    from generate_series(1, 700) n;
  insert into person (district_id, id, name, email, language, created_at)
    select '${riversideId}', ${uuid}, 'Maria del Carmen Rodriguez Hernandez ' || n, 'wide-' || n || '@example.org', 'en', now()
    from generate_series(1, 400) n;
  insert into assignment (district_id, id, person_id, role, whole_district, starts_on)
    select district_id, ${uuid}, id, 'navigator', true, '2026-08-24' from person where email like 'wide-%'`

/** As much as one person can owe: every kind of promise, in every group, more than a page shows. */
function promises(person: string): string[] {
  const soon = `'2026-10-13T15:00:00Z'::timestamptz + (n % 60 - 20) * interval '1 day'`
  const referral = `jsonb_build_object('id', ${uuid}, 'number', 5000 + n, 'navigator_id', '${person}',
    'high_need', n % 4 = 0, 'next_due_at', ${soon}, 'next_owner', case when n % 9 = 0 then 'partner' else 'navigator' end)`
  const concern = `jsonb_build_object('id', ${uuid}, 'state', 'submitted', 'due_at', ${soon}, 'acknowledged_by', null, 'queue_role', null)`
  return [copies('referral', referral, 240), copies('concern', concern, 90)]
}

const news = `
  insert into notice (district_id, id, person_id, kind, subject_type, subject_id, made_at)
    select '${riversideId}', ${uuid}, '${cast.maya.id}', 'gate_closed', 'partner', '${partners.cedarStreet.id}', now()
    from generate_series(1, 60)`

/**
 * Riverside grown wide: hundreds of schools and of navigators, and one person, who stands for every role, who
 * owes more than anybody should.
 */
export async function wideDistrict() {
  const story = await agencyStory({ at: '2026-10-06T16:00:00Z' })
  const { referralId } = await story.accepted('sofia')
  const { admin } = story
  const one = async (text: string) => (await admin.query<{ id: string }>(text, [referralId])).rows[0]?.id
  const concernId = await one(
    'select t.concern_id as id from referral r join triage_decision t on t.id = r.decision_id where r.id = $1',
  )
  await admin.query('set session_replication_role = replica')
  await admin.query(places)
  const [referrals, concerns] = promises(cast.maya.id) as [string, string]
  await admin.query(referrals, [referralId])
  await admin.query(concerns, [concernId])
  await admin.query(news)
  await admin.query('set session_replication_role = origin')
  await admin.query('analyze')
  story.clock.set('2026-10-13T20:30:00Z')

  /** Maya in another role, over the whole district or over these schools. */
  const inRole = (role: Role, schoolIds: readonly string[] | null = null): Actor => ({
    personId: cast.maya.id,
    assignmentId: newId(),
    districtId: riversideId,
    name: cast.maya.name,
    role,
    schoolIds: sideOf(role) === 'school' ? schoolIds : [],
    partnerId: (partnerStaff as readonly Role[]).includes(role) ? partners.cedarStreet.id : null,
    studentId: null,
  })
  const { rows } = await admin.query<{ id: string }>('select id from school order by name, id')
  return { ...story, inRole, schoolIds: rows.map(({ id }) => id) }
}
export type WideDistrict = Awaited<ReturnType<typeof wideDistrict>>
