import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { type FamilyLink, type LinkClosing, linkEnds } from './family-link.ts'

const columns = sql`
  l.id, l.student_id as "studentId", l.caregiver_id as "caregiverId", l.person_id as "personId", l.purpose,
  l.referral_id as "referralId", l.partner_id as "partnerId", l.scopes, l.holds_until as "holdsUntil", l.asked_by as "askedBy",
  l.asked_at as "askedAt", l.expires_at as "expiresAt", l.sent_at as "sentAt", l.sent_by as "sentBy", l.not_sent as "notSent",
  l.wrong_tries as "wrongTries", l.opened_at as "openedAt", l.session_ends_at as "sessionEndsAt",
  l.answered_at as "answeredAt", l.closed_at as "closedAt", l.closed_because as "closedBecause",
  house.family_link_holds(l) as holds`

type One = { district: string; id: string }
const held = statement(
  ($: One) => sql<FamilyLink>`
    select ${columns} from family_link l where l.district_id = ${$.district} and l.id = ${$.id} for no key update of l`,
)
/** Takes a link for the rest of the act: of two answers the second finds it used. */
export const holdLink = ({ tx, districtId }: Unit, id: string): Promise<FamilyLink | undefined> =>
  tx.maybe(held, { district: districtId, id })

const one = statement(
  ($: One) => sql<FamilyLink>`
    select ${columns} from family_link l where l.district_id = ${$.district} and l.id = ${$.id}`,
)
export const findLink = (tx: Transaction, id: string): Promise<FamilyLink | undefined> =>
  tx.maybe(one, { district: tx.scope.districtId, id })

const ofReferral = statement(
  ($: { district: string; referral: string }) => sql<FamilyLink & { caregiverName: string }>`
    select ${columns}, c.name as "caregiverName" from family_link l
    join caregiver c on c.district_id = l.district_id and c.id = l.caregiver_id
    where l.district_id = ${$.district} and l.referral_id = ${$.referral} order by l.asked_at desc, l.id desc limit 20`,
)
export type ListedLink = FamilyLink & { caregiverName: string }
/** The links that were sent about one referral, the latest first. Reach is judged by the caller. */
export const linksOfReferral = (tx: Transaction, referral: string): Promise<ListedLink[]> =>
  tx.all(ofReferral, { district: tx.scope.districtId, referral })

const ofCaregiver = statement(
  ($: { district: string; student: string; caregiver: string }) => sql<FamilyLink>`
    select ${columns} from family_link l where l.district_id = ${$.district} and l.student_id = ${$.student}
      and l.caregiver_id = ${$.caregiver} and l.purpose = 'family' order by l.asked_at desc, l.id desc limit 1`,
)
/** The latest link to the page of the family that a caregiver was sent. Reach is judged by the caller. */
export const latestFamilyLink = (
  tx: Transaction,
  { studentId: student, caregiverId: caregiver }: { studentId: string; caregiverId: string },
): Promise<FamilyLink | undefined> =>
  tx.maybe(ofCaregiver, { district: tx.scope.districtId, student, caregiver })

const begin = statement(
  (
    $: Record<'district' | 'id' | 'student' | 'caregiver' | 'person' | 'purpose' | 'by', string> & {
      referral: string | null
      partner: string | null
      scopes: readonly string[]
      until: string | null
      at: Date
      ends: Date
    },
  ) => sql`
    insert into family_link (district_id, id, student_id, caregiver_id, person_id, purpose, referral_id, partner_id, scopes,
      holds_until, asked_by, asked_at, expires_at)
    values (${$.district}, ${$.id}, ${$.student}, ${$.caregiver}, ${$.person}, ${$.purpose}, ${$.referral}::uuid,
      ${$.partner}::uuid, ${$.scopes}::text[], ${$.until}::date, ${$.by}, ${$.at}, ${$.ends})`,
)
export type NewLink = Pick<
  FamilyLink,
  'studentId' | 'caregiverId' | 'personId' | 'purpose' | 'referralId' | 'partnerId' | 'scopes' | 'holdsUntil'
>

/** Keeps a link that is about to be sent. Its trace is the caller's. @returns its id */
export function insertLink(unit: Unit, link: NewLink): string {
  const id = unit.id()
  unit.tx.write(begin, {
    district: unit.districtId,
    id,
    student: link.studentId,
    caregiver: link.caregiverId,
    person: link.personId,
    purpose: link.purpose,
    referral: link.referralId,
    partner: link.partnerId,
    scopes: link.scopes,
    until: link.holdsUntil,
    by: unit.actor.personId as string,
    at: unit.now,
    ends: linkEnds(unit.now),
  })
  return id
}

const openOnes = statement(
  ($: { district: string; student: string; caregiver: string | null; referral: string | null }) => sql<{
    id: string
  }>`
    select id from family_link where district_id = ${$.district} and student_id = ${$.student} and closed_at is null
      and (${$.caregiver}::uuid is null or caregiver_id = ${$.caregiver}::uuid)
      and (${$.referral}::uuid is null or referral_id = ${$.referral}::uuid) order by id for no key update`,
)
const close = statement(
  ($: One & { at: Date; because: string }) => sql`
    update family_link set closed_at = ${$.at}, closed_because = ${$.because},
      answered_at = case when ${$.because} = 'answered' then ${$.at}::timestamptz end
    where district_id = ${$.district} and id = ${$.id} and closed_at is null`,
)

/** Ends a held link. Leaves its trace. */
export function closeLink(
  unit: Unit,
  { id, studentId }: Pick<FamilyLink, 'id' | 'studentId'>,
  because: LinkClosing,
): void {
  unit.tx.write(close, { district: unit.districtId, id, at: unit.now, because })
  unit.record('family_link.closed', { type: 'family_link', id, studentId }, { because })
}

/** Ends every open link about a student: of one caregiver, or about one referral, where those are named. */
export async function closeLinks(
  unit: Unit,
  about: { studentId: string; caregiverId?: string; referralId?: string },
  because: LinkClosing,
): Promise<void> {
  const found = await unit.tx.all(openOnes, {
    district: unit.districtId,
    student: about.studentId,
    caregiver: about.caregiverId ?? null,
    referral: about.referralId ?? null,
  })
  for (const { id } of found) closeLink(unit, { id, studentId: about.studentId }, because)
}

const handOut = statement(
  ($: One & { mark: Buffer; ends: Date }) => sql`
    update family_link set marks = marks || ${$.mark}::bytea, expires_at = ${$.ends}
    where district_id = ${$.district} and id = ${$.id}`,
)
/** Notes what leads to a link, as it is handed over; its time begins now. Trace: the message's. */
export const noteHandedOut = ({ tx, districtId, now }: Unit, id: string, mark: Buffer): void =>
  tx.write(handOut, { district: districtId, id, mark, ends: linkEnds(now) })

const sent = statement(
  ($: One & { at: Date; by: string }) => sql`
    update family_link set sent_at = ${$.at}, sent_by = ${$.by} where district_id = ${$.district} and id = ${$.id}`,
)
export const noteSent = ({ tx, districtId, now }: Unit, id: string, by: 'email' | 'text'): void =>
  tx.write(sent, { district: districtId, id, at: now, by })

const notSent = statement(
  ($: One & { because: string }) => sql`
    update family_link set not_sent = ${$.because} where district_id = ${$.district} and id = ${$.id}`,
)
export const noteNotSent = ({ tx, districtId }: Unit, id: string, because: string): void =>
  tx.write(notSent, { district: districtId, id, because })

const born = statement(
  ($: One) => sql<{ bornOn: string | null }>`
    select born_on as "bornOn" from student where district_id = ${$.district} and id = ${$.id}`,
)
/** What the family knows: the birth date of the student; null where the school does not. */
export const studentBornOn = async (tx: Transaction, id: string): Promise<string | null> =>
  (await tx.one(born, { district: tx.scope.districtId, id })).bornOn

const own = statement(
  ($: Record<'district' | 'person' | 'student' | 'purpose', string>) => sql<FamilyLink>`
    select ${columns} from family_link l
    where l.district_id = ${$.district} and l.person_id = ${$.person} and l.student_id = ${$.student}
      and l.purpose = ${$.purpose} order by l.asked_at desc, l.id desc limit 1`,
)
/** The latest link of somebody about the child they act for, for one purpose. */
export const ownLink = (
  tx: Transaction,
  asked: { personId: string; studentId: string; purpose: FamilyLink['purpose'] },
): Promise<FamilyLink | undefined> =>
  tx.maybe(own, {
    district: tx.scope.districtId,
    person: asked.personId,
    student: asked.studentId,
    purpose: asked.purpose,
  })
