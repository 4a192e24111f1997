import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Db } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { codeEnds, guestLinkEnds } from './guest-link.ts'

type One = { district: string; id: string }
const one = ({ districtId }: Unit, id: string): One => ({ district: districtId, id })

const handOut = statement(
  ($: One & { mark: Buffer; ends: Date }) => sql`
    update guest_link set marks = marks || ${$.mark}::bytea, expires_at = ${$.ends}
    where district_id = ${$.district} and id = ${$.id}`,
)
/** Notes what leads to a link, as it is handed over; its time begins now. */
export const noteLinkOut = (unit: Unit, id: string, mark: Buffer): void =>
  unit.tx.write(handOut, { ...one(unit, id), mark, ends: guestLinkEnds(unit.now) })

const codeOut = statement(
  ($: One & { mark: Buffer; ends: Date }) => sql`
    update guest_link set code_mark = ${$.mark}, code_ends_at = ${$.ends}, code_tries = 0
    where district_id = ${$.district} and id = ${$.id}`,
)
/** Notes the code that opens a link from now on, as it is handed over. An earlier one opens nothing. */
export const noteCodeOut = (unit: Unit, id: string, mark: Buffer): void =>
  unit.tx.write(codeOut, { ...one(unit, id), mark, ends: codeEnds(unit.now) })

const sent = statement(
  ($: One & { at: Date; by: string }) => sql`
    update guest_link set sent_at = ${$.at}, sent_by = ${$.by}, not_sent = null
    where district_id = ${$.district} and id = ${$.id}`,
)
export const noteLinkSent = (unit: Unit, id: string, by: 'email' | 'text'): void =>
  unit.tx.write(sent, { ...one(unit, id), at: unit.now, by })

const notSent = statement(
  ($: One & { because: string }) => sql`
    update guest_link set not_sent = ${$.because} where district_id = ${$.district} and id = ${$.id} and sent_at is null`,
)
export const noteLinkNotSent = (unit: Unit, id: string, because: string): void =>
  unit.tx.write(notSent, { ...one(unit, id), because })

const asked = statement(
  ($: One & { count: number; since: Date | null }) => sql`
    update guest_link set codes_asked = ${$.count}, codes_since = ${$.since}
    where district_id = ${$.district} and id = ${$.id}`,
)
export const noteCodeAsked = (
  unit: Unit,
  id: string,
  counted: { codesAsked: number; codesSince: Date | null },
): void => unit.tx.write(asked, { ...one(unit, id), count: counted.codesAsked, since: counted.codesSince })

const wrong = statement(
  ($: One) => sql`
    update guest_link set code_tries = code_tries + 1, wrong_tries = wrong_tries + 1
    where district_id = ${$.district} and id = ${$.id}`,
)
export const noteWrongCode = (unit: Unit, id: string): void => unit.tx.write(wrong, one(unit, id))

const open = statement(
  ($: One & { mark: Buffer; at: Date; ends: Date }) => sql`
    update guest_link set session_mark = ${$.mark}, session_ends_at = ${$.ends}, opened_at = coalesce(opened_at, ${$.at}),
      code_mark = null, code_ends_at = null, code_tries = 0
    where district_id = ${$.district} and id = ${$.id}`,
)
/** Lets a browser in and uses the code up; a browser that came in before is out. */
export const noteGuestIn = (unit: Unit, id: string, session: { mark: Buffer; ends: Date }): void =>
  unit.tx.write(open, { ...one(unit, id), at: unit.now, ...session })

const leave = statement(
  ($: One & { at: Date }) => sql`
    update guest_link set session_ends_at = ${$.at} where district_id = ${$.district} and id = ${$.id}
      and session_ends_at > ${$.at}`,
)
/** Lets nobody in any more by what the browser keeps. */
export const noteGuestOut = (unit: Unit, id: string): void =>
  unit.tx.write(leave, { ...one(unit, id), at: unit.now })

const ofMark = statement(
  ($: { mark: Buffer }) => sql<{ districtId: string; linkId: string }>`
    select district_id as "districtId", link_id as "linkId" from house.guest_link_of(${$.mark})`,
)
/** The link a mark is of, in whichever district; undefined for none. */
export const guestLinkOfMark = async (db: Db, mark: Buffer) => (await db.ask(ofMark, { mark }))[0]

export type Guest = {
  districtId: string
  linkId: string
  referralId: string
  partnerId: string
  personId: string
  assignmentId: string
  name: string
  blockedIds: readonly string[]
}
const ofSession = statement(
  ($: { mark: Buffer; at: Date }) => sql<Guest>`
    select district_id as "districtId", link_id as "linkId", referral_id as "referralId", partner_id as "partnerId",
      person_id as "personId", assignment_id as "assignmentId", name, blocked_ids as "blockedIds"
    from house.guest_session_of(${$.mark}, ${$.at})`,
)
/** Who of an agency came in by a link, asked anew each time; undefined where that does not hold. */
export const whichGuest = async (db: Db, mark: Buffer, at: Date): Promise<Guest | undefined> =>
  (await db.ask(ofSession, { mark, at }))[0]
