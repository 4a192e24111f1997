import { type RawBuilder, sql } from 'kysely'
import { authorities, consentPurposes, itemsOf, releaseScopes, serviceScopes } from './consent.ts'
import type { ConsentState } from './consent-state.ts'
import { directionOf, eligibleFrom } from './law.ts'
import { wordings } from './wordings.ts'

/** What the standing of consents is asked by. */
export type AskedAt = {
  district: string
  /** IANA zone of the district's clock. */
  zone: string
  now: Date
  /** A yes that ends on this day or before ends soon. YYYY-MM-DD */
  warnFrom: string
}

const listed = (values: readonly string[]) => sql`(${sql.join(values.map((value) => sql.lit(value)))})`
const toPartner = releaseScopes.filter((scope) => directionOf(scope) === 'to_partner')
const required = ['revoke', 'refusal', 'passed_on'] as const
const whole = wordings.filter(({ statements }) =>
  required.every((each) => (statements as readonly string[]).includes(each)),
)

/** The statements were said: words of that version are there in the language, or an interpreter said them. */
const statementsSaid = sql`(${sql.join(
  whole.map(
    ({ version, languages }) => sql`(c.wording_version = ${sql.lit(version)} and (c.interpreter is not null
      or split_part(c.language, '-', 1) in ${listed(languages)}))`,
  ),
  sql` or `,
)})`
/** Each item is one its question speaks of. */
const itemsNamed = sql`(cardinality(a.items) > 0 and ${sql.join(
  releaseScopes.map(
    (scope) =>
      sql`(a.scope <> ${sql.lit(scope)} or a.items <@ array[${sql.join(
        itemsOf[scope].map((item) => sql.lit(item)),
      )}]::text[])`,
  ),
  sql` and `,
)})`
const isSaid = (column: string) => sql`coalesce(trim(${sql.ref(column)}) <> '', false)`
const recipientNamed = sql`case when a.scope = 'care_coordination'
  then c.wording_version in ${listed(wordings.map(({ version }) => version))} else ${isSaid('c.school_named')} end`
const authorityDescribed = sql`(c.authority in ${listed(authorities)}
  and case when c.grantor_kind = 'student' then c.grantor_age is not null else ${isSaid('c.relationship')} end)`

/** Whether an answer has what the law of its record asks for, as `missingElements` says it. */
const isWhole = ($: AskedAt) => sql`
  (a.scope in ${listed(serviceScopes)} or (${itemsNamed} and c.purpose in ${listed(consentPurposes)}
    and ${isSaid('c.agency_named')} and ${isSaid('c.grantor_name')}
    and (c.document_reference is not null or (c.method not in ('paper', 'e_signature', 'link') and c.witness is not null))
    and case when a.scope in ${listed(toPartner)}
      then c.grantor_kind = 'caregiver' or coalesce(c.grantor_age >= ${sql.lit(eligibleFrom)}, false)
      else ${authorityDescribed} and ${recipientNamed} and ${statementsSaid}
        and (c.ends_on + 1)::timestamp at time zone ${$.zone} > c.given_at end))`

/** Every answer towards the agency of its referral, with what came after it. */
const said = ($: AskedAt) => sql`
  select o.id as referral, a.scope, a.answer, c.id, c.caregiver_id, c.grantor_kind, c.given_at, c.starts_at, c.ends_on,
    (c.ends_on + 1)::timestamp at time zone ${$.zone} as ends_at, coalesce(r.revoked_at <= ${$.now}, false) as taken_back,
    case when r.revoked_at <= ${$.now} then r.revoked_at else c.given_at end as said_at, ${isWhole($)} as whole,
    (select case when max(t.decided_at) <= ${$.now} then max(t.decided_at) end from consent_settlement t
      where t.district_id = a.district_id and t.consent_id = a.consent_id and t.scope = a.scope) as settled_at
  from open o
  join consent c on c.district_id = ${$.district} and c.referral_id = o.id and c.partner_id = o.partner_id
    and c.given_at <= ${$.now}
  join consent_answer a on a.district_id = c.district_id and a.consent_id = c.id
  left join consent_revocation r on r.district_id = c.district_id and r.consent_id = c.id`

/** The latest word on each question, the latest of each who gave one, and the one a person decided for. */
const ranked = sql`
  select s.*, row_number() over (partition by referral, scope order by given_at desc, id desc) as place,
    row_number() over (partition by referral, scope, caregiver_id order by given_at desc, id desc) as own_place,
    max(settled_at) over (partition by referral, scope) as settled_last,
    row_number() over (partition by referral, scope order by settled_at desc nulls last, given_at desc, id desc) as settled_place
  from said s`

const speaks = ($: AskedAt) => sql`own_place = 1 and grantor_kind = 'caregiver' and ends_at > ${$.now}`

/** Whether a decision still counts, and whether two differ, as `settledOf` and `conflictIn` say it. */
const judged = ($: AskedAt) => sql`
  select r.*, settled_last is not null
      and coalesce(bool_and(said_at <= settled_last) filter (where settled_place > 1) over one, true) as settled,
    coalesce(bool_or(answer and not taken_back) filter (where ${speaks($)}) over one
      and not bool_and(answer and not taken_back) filter (where ${speaks($)}) over one, false) as differ
  from ranked r window one as (partition by referral, scope)`

/** Where each question stands, as `standingOf` says it. */
const stood = ($: AskedAt) => sql`
  select referral, scope, ends_on, case when not settled and differ then 'conflicting' when taken_back then 'withdrawn'
      when not answer then 'declined' when ends_at <= ${$.now} then 'ended' when starts_at > ${$.now} then 'not_asked'
      when not whole then 'incomplete' else 'in_force' end as "is"
  from judged where case when settled then settled_place = 1 else place = 1 end`

/** On which a record has no answer that still is the latest of whoever gave it, as `isSuperseded` says it. */
const superseded = ($: AskedAt) => sql`
  select distinct referral from (
    select referral, id, bool_and(later > 1) as newer from (
      select o.id as referral, c.id, row_number() over (partition by o.id, c.partner_id, c.caregiver_id, a.scope
        order by c.given_at desc, c.id desc) as later
      from open o
      join consent c on c.district_id = ${$.district} and c.referral_id = o.id
      join consent_answer a on a.district_id = c.district_id and a.consent_id = c.id) e
    group by referral, id) w where newer`

const any = (is: string) => sql`coalesce(t.${sql.ref(is)}, false)`
const states: Record<ConsentState, RawBuilder<unknown>> = {
  conflicting: any('conflicting'),
  no_contact_details: sql`not o.reachable and not o.requested and not ${any('asked')}`,
  to_ask: sql`o.reachable and not o.requested and not ${any('asked')}`,
  requested: sql`o.requested`,
  incomplete: any('incomplete'),
  ending_soon: any('ending_soon'),
  partial: sql`${any('yes')} and ${any('no')}`,
  in_force: sql`${any('yes')} and not ${any('less')}`,
  declined: sql`not ${any('yes')} and ${any('no')}`,
  withdrawn: any('withdrawn'),
  ended: any('ended'),
  superseded: sql`x.referral is not null`,
}

const stoodTogether = ($: AskedAt) => {
  const release = sql`scope in ${listed(releaseScopes)}`
  return sql`
    select referral, bool_or("is" <> 'not_asked') as asked, bool_or("is" = 'conflicting') as conflicting,
      bool_or("is" = 'incomplete') as incomplete, bool_or("is" = 'withdrawn') as withdrawn, bool_or("is" = 'ended') as ended,
      bool_or(${release} and "is" = 'in_force') as yes, bool_or(${release} and "is" = 'declined') as no,
      bool_or(${release} and "is" not in ('in_force', 'not_asked')) as less,
      bool_or(${release} and "is" = 'in_force' and ends_on <= ${$.warnFrom}::date) as ending_soon
    from stood group by referral`
}

/**
 * The states of consent on every referral of `open`, as `consentStatesOf` says them: one row for each, with a
 * column for each state. What is asked of it stands in a statement that begins with this.
 * @param open referrals with id, partner_id, reachable, requested
 */
export const withConsentStates = ($: AskedAt, open: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  with open as materialized (${open}), said as materialized (${said($)}), ranked as (${ranked}), judged as (${judged($)}), stood as (${stood($)}),
  together as materialized (${stoodTogether($)}), newer as materialized (${superseded($)}),
  standing as materialized (select o.id, ${sql.join(
    Object.entries(states).map(([state, is]) => sql`(${is}) as ${sql.ref(state)}`),
  )}
    from open o left join together t on t.referral = o.id left join newer x on x.referral = o.id)`

/** Of these referrals, those on which the answers of two who may consent differ. */
export const withConflicts = ($: AskedAt, open: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  with open as materialized (${open}), said as materialized (${said($)}), ranked as (${ranked}), judged as (${judged($)})`
