import { sql } from 'kysely'
import { readableItems } from '#consent/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { initialsOf } from '#platform/name-words.ts'
import { opened } from '#platform/vault/opened.ts'
import type { Tier } from '#standards/contract.ts'
import type { ReferralState } from './lifecycle.ts'
import type { PacketContent, PacketItem } from './packet.ts'
import { sharedOf } from './packet-known.ts'
import type { StopNotice } from './stop-store.ts'
import type { VisitKind } from './visit.ts'

/**
 * One open referral of an agency. Everything about the student comes from the packet: the agency sees
 * nothing else, and initials alone once the family's yes to sending it holds no more.
 */
export type InboxRow = {
  id: string
  studentId: string
  state: ReferralState
  /** Whether its clocks are those of a high need: they run by it, whether or not the agency may know. */
  runsFaster: boolean
  /** The tier by which its clocks run. No page of the agency says it. */
  tier: Tier | null
  /** Whether it is of high need, as far as the urgency was sent and may still be read. */
  highNeed: boolean
  name: string
  reason: string
  school: string
  /** The items of the packet that the row shows something of; none where it shows initials alone. */
  items: readonly PacketItem[]
  nextDueAt: Date | null
  firstSeenAt: Date | null
  engagedAt: Date | null
  /** When the agency last said whether care goes on. */
  lastSaidAt: Date | null
  /** Whether the agency may tell the school how it goes. */
  shares: boolean
  /** The visit that has begun and waits for its result. */
  askedVisitId: string | null
  askedKind: VisitKind | null
  askedAt: Date | null
  nextVisitAt: Date | null
}

type Own = {
  district: string
  partner: string
  now: Date
  at: Date | null
  after: string | null
  limit: number
}
/** A row as it is read: what it says of the student stands in the packet. */
type Sent<Row> = Omit<Row, keyof Shown> & { content: PacketContent }
type Shown = Pick<InboxRow, 'name' | 'reason' | 'school' | 'highNeed' | 'items'>
const rows = statement(
  ($: Own) => sql<Sent<InboxRow>>`
    with mine as materialized (
      select f.* from referral f
      where f.district_id = ${$.district} and f.partner_id = ${$.partner} and f.ended_at is null and f.sent_at is not null
        and (${$.at}::timestamptz is null or (f.next_due_at, f.id) > (${$.at}, ${$.after}::uuid))
      order by f.next_due_at, f.id limit ${$.limit}
    )
    select f.id, f.student_id as "studentId", f.state, f.high_need as "runsFaster", f.tier,
      ${opened('packet.content', 'p')} as content,
      f.next_due_at as "nextDueAt", f.first_seen_at as "firstSeenAt", f.engaged_at as "engagedAt",
      (select max(u.entered_at) from referral_status u where u.district_id = f.district_id and u.referral_id = f.id
        and u.status = 'ongoing_engagement' and u.source = 'partner') as "lastSaidAt",
      coalesce(k.answer and k.ended is null and k.ends_on >= (${$.now}::timestamptz at time zone d.time_zone)::date, false) as shares,
      v.asked ->> 'id' as "askedVisitId", v.asked ->> 'kind' as "askedKind", (v.asked ->> 'at')::timestamptz as "askedAt",
      v.next_at as "nextVisitAt"
    from mine f
    join district d on d.district_id = f.district_id
    join packet p on p.district_id = f.district_id and p.referral_id = f.id
    left join lateral (
      select a.answer, r.consent_id as ended, c.ends_on
      from consent c
      join consent_answer a on a.district_id = c.district_id and a.consent_id = c.id and a.scope = 'status_feedback'
      left join consent_revocation r on r.district_id = c.district_id and r.consent_id = c.id
      where c.district_id = f.district_id and c.referral_id = f.id and c.partner_id = f.partner_id
      order by c.given_at desc, c.id desc limit 1
    ) k on true
    left join lateral (
      select (array_agg(json_build_object('id', b.id, 'kind', b.kind, 'at', b.starts_at) order by b.starts_at)
          filter (where b.starts_at <= ${$.now}))[1] as asked,
        min(b.starts_at) filter (where b.starts_at > ${$.now}) as next_at
      from appointment b where b.district_id = f.district_id and b.referral_id = f.id and b.result is null
    ) v on true
    order by f.next_due_at, f.id`,
)

const listed = ['identity', 'reason', 'urgency'] as const satisfies readonly PacketItem[]

/** What a row says of the student: no more than was sent and may still be read. */
function shownOf(sent: PacketContent, shared: PacketContent, runsFaster: boolean): Shown {
  const { identity, reason, urgency } = shared
  return {
    name: identity?.name ?? initialsOf(sent.identity?.name ?? ''),
    school: identity?.school ?? '',
    reason: reason?.label ?? '',
    highNeed: urgency !== undefined && runsFaster,
    items: listed.filter((item) => shared[item] !== undefined),
  }
}

type Page = { now: Date; after: { at: Date; id: string } | undefined; limit: number }

/** The open referrals of an agency, the soonest promise first, from a row of that order on. */
export async function inboxOf(
  tx: Transaction,
  partnerId: string,
  { now, after, limit }: Page,
): Promise<InboxRow[]> {
  const found = await tx.all(rows, {
    district: tx.scope.districtId,
    partner: partnerId,
    now,
    at: after?.at ?? null,
    after: after?.id ?? null,
    limit,
  })
  const readable = await readableItems(
    tx,
    found.map(({ id }) => ({ id, partnerId })),
    now,
  )
  return found.map(({ content, ...row }) => ({
    ...row,
    ...shownOf(content, sharedOf(content, readable.get(row.id)), row.runsFaster),
  }))
}

export type InboxStop = Pick<
  StopNotice,
  'id' | 'referralId' | 'studentId' | 'because' | 'madeAt' | 'dueAt'
> & { name: string }
const stops = statement(
  ($: { district: string; partner: string }) => sql<Sent<InboxStop>>`
    select s.id, s.referral_id as "referralId", s.student_id as "studentId", s.because, s.made_at as "madeAt", s.due_at as "dueAt",
      ${opened('packet.content', 'p')} as content
    from stop_notice s
    join packet p on p.district_id = s.district_id and p.referral_id = s.referral_id
    where s.district_id = ${$.district} and s.partner_id = ${$.partner} and s.acknowledged_at is null
    order by s.made_at limit 100`,
)
/** Stop notices nobody at the agency has read yet, the oldest first. */
export async function unreadStops(tx: Transaction, partnerId: string): Promise<InboxStop[]> {
  const found = await tx.all(stops, { district: tx.scope.districtId, partner: partnerId })
  return found.map(({ content, ...stop }) => ({ ...stop, name: content.identity?.name ?? '' }))
}
