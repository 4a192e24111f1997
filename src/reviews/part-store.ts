import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { Decision, TaskKind } from './review.ts'

/** What of a case review one agency is told of a student it serves: dates, and who does what. */
export type Part = {
  readonly reviewId: string
  readonly referralId: string
  readonly studentId: string
  readonly partnerId: string
  readonly consentId: string
  /** The Monday of its week, YYYY-MM-DD. */
  readonly weekOn: string
  readonly decision: Decision
  readonly what: TaskKind | null
  /** The role of whoever does it. */
  readonly doneBy: string | null
  /** YYYY-MM-DD. */
  readonly dueOn: string | null
  /** The yeses to care coordination with other agencies on which their next visits are told. */
  readonly otherConsentIds: readonly string[]
}

type By = { district: string; id: string; by: string; now: Date }
const insert = statement(
  ($: Part & By) => sql`
    insert into case_review_part (district_id, id, review_id, referral_id, student_id, partner_id, consent_id, week_on,
      decision, what, done_by, due_on, other_consent_ids, told_by, told_at)
    values (${$.district}, ${$.id}, ${$.reviewId}, ${$.referralId}, ${$.studentId}, ${$.partnerId}, ${$.consentId},
      ${$.weekOn}::date, ${$.decision}, ${$.what}, ${$.doneBy}, ${$.dueOn}::date, ${$.otherConsentIds}::uuid[], ${$.by},
      ${$.now})`,
)

/** Keeps what an agency is told. The act leaves a trace whose subject is the referral. */
export function insertPart(unit: Unit, part: Part): void {
  const { tx, districtId, actor, now } = unit
  tx.write(insert, { ...part, district: districtId, id: unit.id(), by: actor.personId as string, now })
}

/** A part as its agency reads it, before what it may still read of the packet is taken from it. */
export type ToldPart = Omit<Part, 'otherConsentIds'> & {
  readonly id: string
  readonly toldAt: Date
  readonly number: number
  readonly content: { readonly identity?: { readonly name: string } }
  readonly nextVisitAt: Date | null
  /** The next visits at other agencies, as long as the family lets those be coordinated with. */
  readonly otherVisitsAt: readonly Date[]
}
const told = statement(
  ($: { district: string; partner: string; since: Date; now: Date; limit: number }) => sql<ToldPart>`
    select latest.*, house.visits_elsewhere(latest.id, ${$.now}) as "otherVisitsAt" from (
      select distinct on (t.review_id, t.referral_id) t.id, t.review_id as "reviewId", t.referral_id as "referralId",
        t.student_id as "studentId", t.partner_id as "partnerId", t.consent_id as "consentId", t.week_on as "weekOn",
        t.decision, t.what, t.done_by as "doneBy", t.due_on as "dueOn",
        t.told_at as "toldAt", f.number, ${opened('packet.content', 'p')} as content,
        (select min(v.starts_at) from appointment v where v.district_id = t.district_id and v.referral_id = t.referral_id
          and v.result is null and v.starts_at > ${$.now}) as "nextVisitAt"
      from case_review_part t
      join referral f on f.district_id = t.district_id and f.id = t.referral_id
      join packet p on p.district_id = t.district_id and p.referral_id = t.referral_id
      where t.district_id = ${$.district} and t.partner_id = ${$.partner} and t.told_at >= ${$.since}
      order by t.review_id, t.referral_id, t.told_at desc, t.id desc) latest
    order by "toldAt" desc, id limit ${$.limit}`,
)

/** What an agency was told since a moment: of each student the last word of each review, the latest first. */
export const partsToldTo = (
  tx: Transaction,
  asked: { partner: string; since: Date; now: Date; limit: number },
): Promise<ToldPart[]> => tx.all(told, { district: tx.scope.districtId, ...asked })
