import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { type GuestLink, type GuestLinkClosing, guestLinkEnds } from './guest-link.ts'

const columns = (at: Date) => sql`
  l.id, l.referral_id as "referralId", l.student_id as "studentId", l.partner_id as "partnerId", l.person_id as "personId",
  l.assignment_id as "assignmentId", l.asked_at as "askedAt", l.expires_at as "expiresAt", l.sent_at as "sentAt",
  l.sent_by as "sentBy", l.not_sent as "notSent", l.code_mark as "codeMark", l.code_ends_at as "codeEndsAt",
  l.code_tries as "codeTries", l.codes_asked as "codesAsked", l.codes_since as "codesSince", l.wrong_tries as "wrongTries",
  l.opened_at as "openedAt", l.session_ends_at as "sessionEndsAt", l.closed_at as "closedAt",
  l.closed_because as "closedBecause", house.guest_link_holds(l, ${at}::timestamptz) as holds`

type One = { district: string; id: string }
const held = statement(
  ($: One & { at: Date }) => sql<GuestLink>`
    select ${columns($.at)} from guest_link l where l.district_id = ${$.district} and l.id = ${$.id} for no key update of l`,
)
/** Takes a link for the rest of the act, as it stands now. */
export const holdGuestLink = ({ tx, districtId, now }: Unit, id: string): Promise<GuestLink | undefined> =>
  tx.maybe(held, { district: districtId, id, at: now })

const one = statement(
  ($: One & { at: Date }) => sql<GuestLink>`
    select ${columns($.at)} from guest_link l where l.district_id = ${$.district} and l.id = ${$.id}`,
)
export const findGuestLink = (
  { tx, now }: { tx: Transaction; now: Date },
  id: string,
): Promise<GuestLink | undefined> => tx.maybe(one, { district: tx.scope.districtId, id, at: now })

export type ListedGuestLink = GuestLink & { name: string; email: string | null; phone: string | null }
const ofReferral = statement(
  ($: { district: string; referral: string; at: Date }) => sql<ListedGuestLink>`
    select ${columns($.at)}, p.name, p.email, p.phone from guest_link l
    join person p on p.district_id = l.district_id and p.id = l.person_id
    where l.district_id = ${$.district} and l.referral_id = ${$.referral} order by l.asked_at desc, l.id desc limit 20`,
)
/** The links that were sent of one referral, the latest first. Reach is judged by the caller. */
export const guestLinksOf = (
  { tx, now }: { tx: Transaction; now: Date },
  referral: string,
): Promise<ListedGuestLink[]> => tx.all(ofReferral, { district: tx.scope.districtId, referral, at: now })

type New = Record<'referral' | 'student' | 'partner' | 'person' | 'assignment' | 'by', string>
const add = statement(
  ($: One & New & { at: Date; ends: Date }) => sql`
    insert into guest_link (district_id, id, referral_id, student_id, partner_id, person_id, assignment_id, asked_by, asked_at,
      expires_at)
    values (${$.district}, ${$.id}, ${$.referral}, ${$.student}, ${$.partner}, ${$.person}, ${$.assignment}, ${$.by}, ${$.at},
      ${$.ends})`,
)
/** Keeps a link that is about to be sent. Its trace is the caller's. @returns its id */
export function insertGuestLink(
  unit: Unit,
  link: Pick<GuestLink, 'referralId' | 'studentId' | 'partnerId' | 'personId' | 'assignmentId'>,
): string {
  const { districtId: district, now: at } = unit
  const id = unit.id()
  unit.tx.write(add, {
    district,
    id,
    referral: link.referralId,
    student: link.studentId,
    partner: link.partnerId,
    person: link.personId,
    assignment: link.assignmentId,
    by: unit.actor.personId as string,
    at,
    ends: guestLinkEnds(at),
  })
  return id
}

const close = statement(
  ($: One & { at: Date; because: string }) => sql`
    update guest_link set closed_at = ${$.at}, closed_because = ${$.because}
    where district_id = ${$.district} and id = ${$.id} and closed_at is null`,
)
/** Ends a held link. Leaves its trace. */
export function closeGuestLink(
  unit: Unit,
  { id, studentId }: Pick<GuestLink, 'id' | 'studentId'>,
  because: GuestLinkClosing,
): void {
  unit.tx.write(close, { district: unit.districtId, id, at: unit.now, because })
  unit.record('guest_link.closed', { type: 'guest_link', id, studentId }, { because })
}

const openOnes = statement(
  ($: { district: string; referral: string; person: string }) => sql<Pick<GuestLink, 'id' | 'studentId'>>`
    select id, student_id as "studentId" from guest_link where district_id = ${$.district} and referral_id = ${$.referral}
      and person_id = ${$.person} and closed_at is null order by id for no key update`,
)
/** Ends what somebody was sent of a referral before: there is one link at a time. */
export async function closeEarlier(
  unit: Unit,
  { referralId: referral, personId: person }: Pick<GuestLink, 'referralId' | 'personId'>,
): Promise<void> {
  const found = await unit.tx.all(openOnes, { district: unit.districtId, referral, person })
  for (const each of found) closeGuestLink(unit, each, 'replaced')
}
