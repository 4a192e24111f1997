import { type RawBuilder, sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { caregiverNotKept } from '#access/not-kept-store.ts'
import { withinReach } from '#access/reach-store.ts'
import { canBeCalled } from '#people/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { PageKey } from '#platform/page-key.ts'
import { statement } from '#platform/database/query.ts'
import { type ConsentState, consentStates } from './consent-state.ts'
import type { RequestWay } from './request.ts'
import { stillAsked } from './request-store.ts'
import { type AskedAt, withConflicts, withConsentStates } from './standing-store.ts'

/** An open referral a family is asked about. */
export type AskedFor = {
  id: string
  number: number
  studentId: string
  studentName: string
  schoolId: string
  schoolName: string
  partnerId: string | null
  partnerName: string | null
  referredAt: Date
  minorConsented: boolean
  latestAt: Date | null
  /** When the family was asked last where an answer is waited for, how, by whom, and until when. */
  askedAt: Date | null
  askedBy: string | null
  askedWay: RequestWay | null
  answerDueAt: Date | null
}
type Key = AskedAt & { schools: readonly string[] | null }

const columns = [
  'id',
  'number',
  'studentId',
  'studentName',
  'schoolId',
  'schoolName',
  'partnerId',
  'partnerName',
  'referredAt',
  'minorConsented',
  'latestAt',
  'askedAt',
  'askedBy',
  'askedWay',
  'answerDueAt',
] as const satisfies readonly (keyof AskedFor)[]

/** Open referrals within reach, and whether anybody who may consent can be called, and may be. */
const open = ($: Key) => sql`
  select f.id, f.partner_id, f.referred_at,
    exists (select 1 from guardianship g join caregiver c on c.district_id = g.district_id and c.id = g.caregiver_id
      where g.district_id = f.district_id and g.student_id = f.student_id and g.ended_on is null
        and g.authority <> 'may_not_consent' and ${canBeCalled}
        and c.contact_rule is distinct from 'do_not_contact' and ${caregiverNotKept('c', 'g')}) as reachable,
    exists (select from consent_request q where q.district_id = f.district_id and q.referral_id = f.id
      and q.partner_id = f.partner_id and ${stillAsked('q')}) as requested
  from referral f
  where f.district_id = ${$.district} and f.ended_at is null and ${withinReach($.schools, 'f.school_id')}`

const each = (what: (state: ConsentState) => RawBuilder<unknown>) => sql.join(consentStates.map(what))
const counted = each(
  (state) => sql`count(*) filter (where ${sql.ref(`s.${state}`)})::int as ${sql.ref(state)}`,
)
/** The first state on which something stands, where nobody asked for one. */
const firstOf = sql.join(
  consentStates.map((state) => sql`when ${sql.ref(`c.${state}`)} > 0 then ${sql.lit(state)}`),
  sql` `,
)
const isOf = (state: RawBuilder<unknown>) =>
  sql`case ${state} ${sql.join(
    consentStates.map((one) => sql`when ${sql.lit(one)} then ${sql.ref(`s.${one}`)}`),
    sql` `,
  )} end`

type Asked = Key & { state: ConsentState | null; at: Date | null; after: string | null; limit: number }
/** Each row says the counts and the state as well; where nothing is in the state, one row says them alone. */
type Line = Record<ConsentState, number> & { state: ConsentState } & {
  [K in keyof AskedFor]: AskedFor[K] | null
}
// Every open referral is weighed once: what is counted is listed from.
const worklist = statement(
  ($: Asked) => sql<Line>`
    ${withConsentStates($, open($))}, counted as (select ${counted} from standing s),
    chosen as (select c.*, coalesce(${$.state}::text, case ${firstOf} else 'to_ask' end) as state from counted c)
    select w.*, l.* from chosen w left join lateral (
      select f.id, f.number, f.student_id as "studentId", f.school_id as "schoolId", h.name as "schoolName",
        coalesce(t.preferred_name, t.given_name) || ' ' || t.family_name as "studentName", f.partner_id as "partnerId",
        p.short_name as "partnerName", f.referred_at as "referredAt",
        (select max(c.given_at) from consent c where c.district_id = f.district_id and c.referral_id = f.id) as "latestAt",
        exists (select from consent n where n.district_id = f.district_id and n.referral_id = f.id and n.minor_consented)
          as "minorConsented", q.asked_at as "askedAt", asker.name as "askedBy", q.way as "askedWay", q.due_at as "answerDueAt"
      from standing s
      join referral f on f.district_id = ${$.district} and f.id = s.id
      join student t on t.district_id = f.district_id and t.id = f.student_id
      join school h on h.district_id = f.district_id and h.id = f.school_id
      left join partner p on p.district_id = f.district_id and p.id = f.partner_id
      left join lateral (select r.asked_at, r.asked_by, r.way, r.due_at from consent_request r
        where s.requested and r.district_id = f.district_id and r.referral_id = f.id and r.partner_id = f.partner_id
          and ${stillAsked('r')} order by r.asked_at desc, r.id desc limit 1) q on true
      left join person asker on asker.district_id = f.district_id and asker.id = q.asked_by
      where ${isOf(sql`w.state`)}
        and (${$.after}::uuid is null or (f.referred_at, f.id) > (${$.at}::timestamptz, ${$.after}::uuid))
      order by f.referred_at, f.id limit ${$.limit}) l on true
    order by l."referredAt", l.id`,
)

const keyOf = (actor: Actor, asked: Omit<AskedAt, 'district'>): Key => ({
  ...asked,
  district: actor.districtId,
  schools: schoolsInReach(actor),
})

export type Worklist = {
  /** On how many open referrals within reach consent stands in each state: all of them are counted. */
  counts: Record<ConsentState, number>
  /** What was asked for, or the first state in which one stands. */
  state: ConsentState
  /** Those in that state, the oldest first, after a row. */
  rows: AskedFor[]
}

/** Where consent stands on every open referral within reach, and those of one state. */
export async function readWorklist(
  tx: Transaction,
  actor: Actor,
  {
    state,
    after,
    limit,
    ...asked
  }: Omit<AskedAt, 'district'> & {
    state: ConsentState | undefined
    after: PageKey | undefined
    limit: number
  },
): Promise<Worklist> {
  const key = {
    ...keyOf(actor, asked),
    state: state ?? null,
    at: after?.at ?? null,
    after: after?.id ?? null,
  }
  const lines = await tx.all(worklist, { ...key, limit })
  const first = lines[0] as Line
  const counts = Object.fromEntries(consentStates.map((one) => [one, first[one]])) as Worklist['counts']
  const shown = (line: Line) => columns.map((column) => [column, line[column]])
  const rows = lines
    .filter(({ id }) => id !== null)
    .map((line) => Object.fromEntries(shown(line)) as unknown as AskedFor)
  return { counts, state: first.state, rows }
}

// Only where two have answered at all is anything weighed; asked of each open referral, and not of every
// answer the district ever had.
const conflicts = statement(
  ($: Key) => sql<{ count: number }>`
    ${withConflicts(
      $,
      sql`select f.id, f.partner_id from referral f
        where f.district_id = ${$.district} and f.ended_at is null and ${withinReach($.schools, 'f.school_id')}
          and (select count(distinct c.caregiver_id) from consent c
            where c.district_id = f.district_id and c.referral_id = f.id) > 1`,
    )}
    select count(distinct referral)::int as count from judged where differ and not settled`,
)
/** On how many open referrals within reach two who may consent differ. */
export const countConflicts = async (
  tx: Transaction,
  actor: Actor,
  at: Pick<AskedAt, 'zone' | 'now'>,
): Promise<number> => {
  // No end is asked about, so that no day of warning is.
  const asked = { ...at, warnFrom: '1970-01-01' }
  return (await tx.one(conflicts, keyOf(actor, asked))).count
}
