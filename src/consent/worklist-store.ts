import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { caregiverNotKept } from '#access/not-kept.ts'
import { withinReach } from '#access/reach.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { PageKey } from '#platform/page-key.ts'
import { statement } from '#platform/database/query.ts'
import { type ConsentState, consentStates } from './consent-state.ts'
import { type AskedAt, withConflicts, withConsentStates } from './standing-sql.ts'

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
}
export type Worklist = Omit<AskedAt, 'district'>
type Key = AskedAt & { schools: readonly string[] | null }

/** Open referrals within reach, and whether anybody who may consent can be called, and may be. */
const open = ($: Key) => sql`
  select f.id, f.partner_id, f.referred_at,
    exists (select 1 from guardianship g join caregiver c on c.district_id = g.district_id and c.id = g.caregiver_id
      where g.district_id = f.district_id and g.student_id = f.student_id and g.ended_on is null
        and g.authority <> 'may_not_consent' and c.phone is not null
        and c.contact_rule is distinct from 'do_not_contact' and ${caregiverNotKept('c', 'g')}) as reachable
  from referral f
  where f.district_id = ${$.district} and f.ended_at is null and ${withinReach($.schools, 'f.school_id')}`

const counted = sql.join(
  consentStates.map(
    (state) => sql`count(*) filter (where ${sql.ref(`s.${state}`)})::int as ${sql.ref(state)}`,
  ),
)
const counts = statement(
  ($: Key) =>
    sql<Record<ConsentState, number>>`${withConsentStates($, open($))} select ${counted} from standing s`,
)

const listed = (state: ConsentState) =>
  statement(
    ($: Key & { at: Date | null; after: string | null; limit: number }) => sql<AskedFor>`
      ${withConsentStates($, open($))}
      select f.id, f.number, f.student_id as "studentId", f.school_id as "schoolId", h.name as "schoolName",
        coalesce(t.preferred_name, t.given_name) || ' ' || t.family_name as "studentName", f.partner_id as "partnerId",
        p.short_name as "partnerName", f.referred_at as "referredAt",
        (select max(c.given_at) from consent c where c.district_id = f.district_id and c.referral_id = f.id) as "latestAt",
        exists (select from consent n where n.district_id = f.district_id and n.referral_id = f.id and n.minor_consented)
          as "minorConsented"
      from standing s
      join referral f on f.district_id = ${$.district} and f.id = s.id
      join student t on t.district_id = f.district_id and t.id = f.student_id
      join school h on h.district_id = f.district_id and h.id = f.school_id
      left join partner p on p.district_id = f.district_id and p.id = f.partner_id
      where ${sql.ref(`s.${state}`)}
        and (${$.after}::uuid is null or (f.referred_at, f.id) > (${$.at}::timestamptz, ${$.after}::uuid))
      order by f.referred_at, f.id limit ${$.limit}`,
  )
const lists = Object.fromEntries(consentStates.map((state) => [state, listed(state)])) as Record<
  ConsentState,
  ReturnType<typeof listed>
>

const keyOf = (actor: Actor, asked: Worklist): Key => ({
  ...asked,
  district: actor.districtId,
  schools: schoolsInReach(actor),
})

/** On how many open referrals within reach consent stands in each state: all of them are counted. */
export const countStates = (
  tx: Transaction,
  actor: Actor,
  asked: Worklist,
): Promise<Record<ConsentState, number>> => tx.one(counts, keyOf(actor, asked))

/** Open referrals within reach on which consent stands in one state, the oldest first, after a row. */
export const listState = (
  tx: Transaction,
  actor: Actor,
  {
    state,
    after,
    limit,
    ...asked
  }: Worklist & { state: ConsentState; after: PageKey | undefined; limit: number },
): Promise<AskedFor[]> =>
  tx.all(lists[state], { ...keyOf(actor, asked), at: after?.at ?? null, after: after?.id ?? null, limit })

// Only where two have answered at all is anything weighed.
const conflicts = statement(
  ($: Key) => sql<{ count: number }>`
    ${withConflicts(
      $,
      sql`select f.id, f.partner_id from referral f
        where f.district_id = ${$.district} and f.ended_at is null and ${withinReach($.schools, 'f.school_id')}
          and f.id in (select c.referral_id from consent c where c.district_id = ${$.district} and c.caregiver_id is not null
            group by c.referral_id having count(distinct c.caregiver_id) > 1)`,
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
