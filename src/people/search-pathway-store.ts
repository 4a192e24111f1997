import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { sideOf } from '#access/roles.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { initialsOf, nameWords } from '#platform/name-words.ts'
import { opened } from '#platform/vault/opened.ts'
import { lastCharacter, mostWords } from './search-walk-store.ts'

/*
 * What a search reads of the modules above: that a referral or an agency is there, what it is called, and
 * where it is opened. Referrals and agencies themselves are read through the doors of their own modules.
 */

export type FoundReferral = {
  id: string
  number: number
  studentId: string
  /**
   * The student, as far as the asker knows them: the school by its roster, an agency by the packet it was
   * sent.
   */
  name: string
  endedAt: Date | null
}
export type FoundPartner = { id: string; name: string }

/** Largest referral number the database can hold. */
const highest = 2_147_483_647

/** "1042", "#1042", "No. 1042", "Referral 1042": the number as people say it, and as a list prints it. */
export function referralNumber(typed: string): number | undefined {
  const digits = /^(?:referral\b)?\s*(?:(?:#|no\b\.?)\s*)?(\d{1,10})$/i.exec(typed.trim())?.[1]
  const number = Number(digits ?? Number.NaN)
  return number <= highest ? number : undefined
}

type Asked = {
  district: string
  number: number | null
  students: readonly string[]
  schools: readonly string[] | null
  limit: number
}

const ofSchools = statement(
  ($: Asked) => sql<FoundReferral>`
    select r.id, r.number, r.student_id as "studentId", coalesce(t.preferred_name, t.given_name) || ' ' || t.family_name as name,
      r.ended_at as "endedAt"
    from (
      select id, number, student_id, school_id, ended_at, referred_at from referral
        where district_id = ${$.district} and number = ${$.number}::int
      union
      select id, number, student_id, school_id, ended_at, referred_at from referral
        where district_id = ${$.district} and student_id = any(${$.students}::uuid[])) r
    join student t on t.district_id = ${$.district} and t.id = r.student_id
    where ${withinReach($.schools, 'r.school_id')}
    order by r.ended_at is not null, r.referred_at desc, r.id limit ${$.limit}`,
)

/**
 * Referrals of the actor's schools with this number, or of these students: open ones first, then the latest.
 */
export const searchReferrals = (
  tx: Transaction,
  actor: Actor,
  { typed, studentIds, limit }: { typed: string; studentIds: readonly string[]; limit: number },
): Promise<FoundReferral[]> =>
  tx.all(ofSchools, {
    district: actor.districtId,
    number: referralNumber(typed) ?? null,
    students: studentIds,
    schools: schoolsInReach(actor),
    limit,
  })

const sent = statement(
  (
    $: Record<'district' | 'partner', string> &
      Record<'words' | 'ends', readonly string[]> & { number: number | null; count: number; limit: number },
  ) => sql<Omit<FoundReferral, 'name'> & { content: { identity?: { name: string } } }>`
    select r.id, r.number, r.student_id as "studentId", r.ended_at as "endedAt", ${opened('packet.content', 'k')} as content
    from (
      select id from referral
        where district_id = ${$.district} and partner_id = ${$.partner} and number = ${$.number}::int
      union
      select m.referral_id from unnest(${$.words}::text[], ${$.ends}::text[]) as w(word, ending)
        cross join lateral (
          select distinct n.referral_id from packet_name n
          where n.district_id = ${$.district} and n.partner_id = ${$.partner} and n.word >= w.word and n.word < w.ending) m
        group by m.referral_id having count(*) = ${$.count}::int) found
    join referral r on r.district_id = ${$.district} and r.id = found.id
    join packet k on k.district_id = r.district_id and k.referral_id = r.id
    where r.partner_id = ${$.partner} and r.sent_at is not null
    order by r.ended_at is not null, r.sent_at desc, r.id limit ${$.limit}`,
)

/**
 * Referrals an agency was sent, by number or by the name in the packet: each word typed may be the beginning
 * of any word of it. What is found stands under initials: the page it leads to says the name while it may be
 * read, and no second rule says so here.
 */
export async function searchSent(
  tx: Transaction,
  { partnerId, districtId }: Actor,
  { typed, limit }: { typed: string; limit: number },
): Promise<FoundReferral[]> {
  const words = nameWords(typed).slice(0, mostWords)
  if (partnerId === null || words.length === 0) return []
  const ends = words.map((word) => word + lastCharacter)
  const number = referralNumber(typed) ?? null
  const rows = await tx.all(sent, {
    district: districtId,
    partner: partnerId,
    words,
    ends,
    count: words.length,
    number,
    limit,
  })
  return rows.map(({ content, ...row }) => ({ ...row, name: initialsOf(content.identity?.name ?? '') }))
}

const agencies = statement(
  ($: { district: string; only: string | null }) => sql<FoundPartner & { shortName: string }>`
    select id, name, short_name as "shortName" from partner
    where district_id = ${$.district} and ended_at is null and (${$.only}::uuid is null or id = ${$.only}::uuid)
    order by name, id`,
)

/** Agencies by a word of their name: all of the district's for a school, its own for an agency. */
export async function searchPartners(
  tx: Transaction,
  actor: Actor,
  { typed, limit }: { typed: string; limit: number },
): Promise<FoundPartner[]> {
  const words = nameWords(typed)
  if (words.length === 0) return []
  const only = sideOf(actor.role) === 'partner' ? actor.partnerId : null
  const rows = await tx.all(agencies, { district: actor.districtId, only })
  return rows
    .filter(({ name, shortName }) => {
      const known = nameWords(name, shortName)
      return words.every((word) => known.some((each) => each.startsWith(word)))
    })
    .slice(0, limit)
    .map(({ id, name }) => ({ id, name }))
}
