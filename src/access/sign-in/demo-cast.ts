import type { Db } from '#platform/database/database.ts'
import { isId } from '#platform/ids.ts'
import { notFound } from '#platform/problem.ts'
import type { Desk } from './desk.ts'
import { placesOf } from './places.ts'
import { provideLogin } from './provide-login.ts'
import type { Visitor } from './sessions.ts'
import { type CastMember, districts, cast } from './demo-cast-store.ts'

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
