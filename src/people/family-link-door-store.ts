import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Db } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { FamilyLink } from './family-link.ts'

type One = { district: string; id: string }
const wrong = statement(
  ($: One) => sql`
    update family_link set wrong_tries = wrong_tries + 1 where district_id = ${$.district} and id = ${$.id}`,
)
export const noteWrongTry = ({ tx, districtId }: Unit, id: string): void =>
  tx.write(wrong, { district: districtId, id })

const open = statement(
  ($: One & { mark: Buffer; at: Date; ends: Date }) => sql`
    update family_link set session_mark = ${$.mark}, session_ends_at = ${$.ends}, opened_at = coalesce(opened_at, ${$.at})
    where district_id = ${$.district} and id = ${$.id}`,
)
/** Lets a browser in; one that came in before is out. */
export const noteOpened = (
  { tx, districtId, now }: Unit,
  id: string,
  session: { mark: Buffer; ends: Date },
): void => tx.write(open, { district: districtId, id, at: now, ...session })

const leave = statement(
  ($: One & { at: Date }) => sql`
    update family_link set session_ends_at = ${$.at} where district_id = ${$.district} and id = ${$.id}
      and session_ends_at > ${$.at}`,
)
/** Lets nobody in any more by what the browser keeps. */
export const noteLeft = ({ tx, districtId, now }: Unit, id: string): void =>
  tx.write(leave, { district: districtId, id, at: now })

const ofMark = statement(
  ($: { mark: Buffer }) => sql<{ districtId: string; linkId: string }>`
    select district_id as "districtId", link_id as "linkId" from house.family_link_of(${$.mark})`,
)
/** The link a mark is of, in whichever district; undefined for none. */
export const linkOfMark = async (db: Db, mark: Buffer) => (await db.ask(ofMark, { mark }))[0]

export type CameIn = {
  districtId: string
  linkId: string
  personId: string
  studentId: string
  name: string
  language: string
  purpose: FamilyLink['purpose']
  blockedIds: readonly string[]
}
const ofSession = statement(
  ($: { mark: Buffer; at: Date }) => sql<CameIn>`
    select district_id as "districtId", link_id as "linkId", person_id as "personId", student_id as "studentId", name, language,
      purpose, blocked_ids as "blockedIds" from house.family_session_of(${$.mark}, ${$.at})`,
)
/** Who came in by a link, asked anew each time; undefined where that does not hold (any more). */
export const whoCameIn = async (db: Db, mark: Buffer, at: Date): Promise<CameIn | undefined> =>
  (await db.ask(ofSession, { mark, at }))[0]
