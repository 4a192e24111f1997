import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { KeptClock, KeptFacts } from './kept-clocks.ts'
import type { Planned, StallClock, StallFacts } from './stall.ts'

/** An open referral whose clocks have to be worked out, with what they follow from. */
export type Watched = StallFacts &
  KeptFacts &
  Planned & {
    readonly id: string
    readonly studentId: string
    readonly version: number
    /** Breaches that are kept already: a clock and since when it ran. */
    readonly known: readonly { clock: StallClock | KeptClock; startedAt: string }[]
  }

const facts = sql`
  f.id, f.student_id as "studentId", f.version, f.state, f.high_need as "highNeed", f.tier, f.first_referred_at as "firstReferredAt",
  f.sent_at as "sentAt", f.received_at as "receivedAt", f.accepted_at as "acceptedAt", f.scheduled_at as "scheduledAt",
  f.first_seen_at as "firstSeenAt", f.state_since as "stateSince", f.referred_at as "referredAt", f.engaged_at as "engagedAt",
  (select jsonb_build_object('openedAt', h.opened_at, 'dueAt', h.due_at, 'standard', h.due_standard) from handoff h
    where h.district_id = f.district_id and h.referral_id = f.id and h.state = 'open') as handoff,
  exists (select from appointment a where a.district_id = f.district_id and a.referral_id = f.id
    and (a.result is null or a.result = 'attended')) as "hasVisit",
  (select max(s.entered_at) from referral_status s
    where s.district_id = f.district_id and s.referral_id = f.id and s.source = 'partner') as "lastWordAt",
  coalesce(f.next_step <> 'contact_family', false) as "mayTell",
  case when f.paused_through is null then '[]' else coalesce((select jsonb_agg(jsonb_build_object('fromOn', w.from_on,
      'throughOn', coalesce(w.ended_on - 1, w.through_on)))
    from referral_pause w where w.district_id = f.district_id and w.referral_id = f.id), '[]') end as pauses,
  exists (select from escalation e where e.district_id = f.district_id and e.referral_id = f.id and e.closed_at is null)
    as "hasEscalation",
  (select case when e.ending = 'other_plan' then (select max(n.again_on) from escalation_entry n
      where n.district_id = e.district_id and n.escalation_id = e.id and n.kind = 'plan') end
    from escalation e where e.district_id = f.district_id and e.referral_id = f.id and e.closed_at is not null
    order by e.closed_at desc limit 1) as "againOn",
  (select case when e.ending = 'connected' then e.closed_at end from escalation e
    where e.district_id = f.district_id and e.referral_id = f.id and e.closed_at is not null
    order by e.closed_at desc limit 1) as "connectedAt",
  coalesce((select jsonb_agg(jsonb_build_object('clock', b.clock, 'startedAt', b.started_at)) from standard_breach b
    where b.district_id = f.district_id and b.referral_id = f.id), '[]') as known`

type Asked = { district: string; revision: number; now: Date; most: number }
const waiting = statement(
  ($: Asked) => sql<Watched & Pick<LookedAt, 'readNextAt'>>`
    select ${facts}, w.next_at as "readNextAt" from referral f
    left join stall_watch w on w.district_id = f.district_id and w.referral_id = f.id
    where f.district_id = ${$.district} and f.ended_at is null
      and (w.referral_id is null or w.version <> f.version or w.revision <> ${$.revision} or w.next_at <= ${$.now})
    order by f.high_need desc, w.next_at nulls first, f.id limit ${$.most}`,
)
const one = statement(
  ($: { district: string; id: string }) => sql<Watched>`
    select ${facts} from referral f where f.district_id = ${$.district} and f.id = ${$.id} and f.ended_at is null`,
)

/**
 * Open referrals that moved since they were looked at, or one of whose clocks has run out since. High need
 * first: after a standstill it waits behind no other.
 */
export const listWaiting = (tx: Transaction, asked: Omit<Asked, 'district'>) =>
  tx.all(waiting, { district: tx.scope.districtId, ...asked })

/** What the clocks of one open referral follow from, or undefined. */
export const findWatched = (tx: Transaction, id: string): Promise<Watched | undefined> =>
  tx.maybe(one, { district: tx.scope.districtId, id })

export type LookedAt = {
  referralId: string
  studentId: string
  version: number
  nextAt: Date | null
  /** What stood there when it was looked at. */
  readNextAt: Date | null
}

const again = statement(
  ($: { district: string; referral: string; now: Date }) => sql`
    update stall_watch set next_at = ${$.now} where district_id = ${$.district} and referral_id = ${$.referral}`,
)

/** What keeps a referral quiet has changed, and the referral has not: its clocks are worked out anew. */
export const watchAgain = ({ tx, districtId, now }: Unit, referralId: string): void =>
  tx.write(again, { district: districtId, referral: referralId, now })

const held = statement(
  ($: { district: string; ids: readonly string[] }) => sql<{ referralId: string; nextAt: Date | null }>`
    select w.referral_id as "referralId", w.next_at as "nextAt" from stall_watch w
    where w.district_id = ${$.district} and w.referral_id = any(${$.ids}::uuid[])
    order by w.referral_id for no key update`,
)

const looked = statement(
  ($: { district: string; revision: number; rows: string }) => sql`
    insert into stall_watch (district_id, referral_id, student_id, version, revision, next_at)
    select ${$.district}::uuid, r."referralId", r."studentId", r."version", ${$.revision}::bigint, r."nextAt"
    from jsonb_to_recordset(${$.rows}::jsonb)
      as r("referralId" uuid, "studentId" uuid, "version" int, "nextAt" timestamptz)
    order by r."referralId"
    on conflict (district_id, referral_id) do update
      set version = excluded.version, revision = excluded.revision, next_at = excluded.next_at`,
)

/**
 * Remembers what was looked at, and when the next clock of each runs out. Where somebody asked meanwhile for
 * a new look, the old one is not kept: the next round looks.
 */
export async function saveLookedAt(
  tx: Transaction,
  revision: number,
  rows: readonly LookedAt[],
): Promise<void> {
  const { districtId: district } = tx.scope
  const stand = await tx.all(held, { district, ids: rows.map(({ referralId }) => referralId) })
  const nextOf = new Map(stand.map(({ referralId, nextAt }) => [referralId, nextAt?.getTime()]))
  const stands = rows.filter(({ referralId, readNextAt }) => nextOf.get(referralId) === readNextAt?.getTime())
  await tx.run(looked, { district, revision, rows: JSON.stringify(stands) })
}

const revisionOf = statement(
  ($: { district: string }) => sql<{ revision: string }>`
    select coalesce((select v.revision from district_revision v where v.district_id = ${$.district}), 0) as revision`,
)

/** How often the arrangements of the district had changed: standards and calendar among them. */
export const currentRevision = async (tx: Transaction): Promise<number> =>
  Number((await tx.one(revisionOf, { district: tx.scope.districtId })).revision)
