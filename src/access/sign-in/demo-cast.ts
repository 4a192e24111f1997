import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { isId } from '#platform/ids.ts'
import { notFound } from '#platform/problem.ts'
import type { Place } from '../assignments.ts'
import type { Desk } from './desk.ts'
import { placesOf } from './places.ts'
import { provideLogin } from './provide-login.ts'
import type { Visitor } from './sessions.ts'

/** Somebody invented, whom one click signs in as. */
export type CastMember = {
  districtId: string
  personId: string
  name: string
  loginId: string | null
  /** Their first assignment in force, and how many they hold. */
  place: Pick<Place, 'role' | 'whole_district' | 'district_name' | 'partner_name' | 'school_names'>
  held: number
}

type Row = CastMember['place'] & {
  district_id: string
  person_id: string
  name: string
  login_id: string | null
  held: number
}

const districts = statement((_: object) => sql<{ id: string }>`select id from house.district_ids() as id`)
const cast = statement(
  ($: { district: string; now: Date }) => sql<Row>`
    select distinct on (p.created_at, p.id) p.district_id, p.id as person_id, p.name, p.login_id,
      a.role, a.whole_district, d.name as district_name, r.short_name as partner_name,
      array(select s.name from assignment_school c
        join school s on s.district_id = c.district_id and s.id = c.school_id
        where c.district_id = a.district_id and c.assignment_id = a.id order by s.name) as school_names,
      count(*) over (partition by p.id) as held
    from district d
    join person p on p.district_id = d.district_id
    join assignment a on a.district_id = p.district_id and a.person_id = p.id
    left join partner r on r.district_id = a.district_id and r.id = a.partner_id
    where d.district_id = ${$.district} and d.demo
      and (p.ended_at is null or p.ended_at > ${$.now}) and (a.ended_at is null or a.ended_at > ${$.now})
      and a.starts_on <= (${$.now}::timestamptz at time zone d.time_zone)::date
      and (a.ends_on is null or a.ends_on >= (${$.now}::timestamptz at time zone d.time_zone)::date)
    order by p.created_at, p.id, a.covers_for nulls first, a.starts_on, a.id`,
)

/** Everybody who acts in the demo districts of this database, in the order they were added. */
export async function demoCast(db: Db, now: Date): Promise<CastMember[]> {
  const all: CastMember[] = []
  for (const { id } of await db.ask(districts, {})) {
    const rows = await db.transaction({ districtId: id, side: 'system' }, (tx) =>
      tx.all(cast, { district: id, now }),
    )
    for (const { district_id, person_id, name, login_id, held, ...place } of rows) {
      all.push({ districtId: district_id, personId: person_id, name, loginId: login_id, held, place })
    }
  }
  return all
}

/**
 * Signs in as one of the cast. Only a server on the embedded demo database has this door, and it opens only
 * for an account that is nobody anywhere but in demo districts.
 * @returns the token for the session cookie
 * @throws Problem not_found
 */
export async function asCastMember(desk: Desk, personId: string, visitor: Visitor): Promise<string> {
  const now = desk.clock.now()
  if (!desk.options.demo || !isId(personId)) notFound()
  const member = (await demoCast(desk.db, now)).find((each) => each.personId === personId) ?? notFound()
  const person = { districtId: member.districtId, personId }
  const loginId =
    member.loginId ?? (await provideLogin(desk, { ...person, email: `${personId}@demo.invalid` }))
  const places = await placesOf(desk.auth, loginId, now)
  const [place] = places
  if (place === undefined || places.some(({ demo }) => !demo)) return notFound()
  await desk.trail.byPerson(place, { name: 'session.opened', at: now, detail: { by: 'demo' } })
  return desk.sessions.open({ loginId, stage: 'demo', provenAt: now, place }, { ...visitor, now })
}
