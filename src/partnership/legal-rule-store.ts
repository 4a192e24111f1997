import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { LegalRule, Level } from './legal-rule.ts'

const all = statement(
  ($: { district: string }) => sql<LegalRule>`
    select r.id, r.level, r.title, r.source, p.name as "ownerName", coalesce(v.next_review_on, r.review_on) as "reviewOn",
      v.found, v.reviewed_at as "reviewedAt", w.name as "reviewedByName",
      coalesce((select json_agg(json_build_object('id', g.id, 'title', g.title, 'partnerId', g.partner_id,
          'partnerName', a.short_name) order by a.short_name, g.title)
        from agreement_rule l join agreement g on g.district_id = l.district_id and g.id = l.agreement_id
        join partner a on a.district_id = g.district_id and a.id = g.partner_id
        where l.district_id = r.district_id and l.rule_id = r.id), '[]') as agreements
    from legal_rule r
    join person p on p.district_id = r.district_id and p.id = r.owner_id
    left join lateral (select * from legal_rule_review o where o.district_id = r.district_id and o.rule_id = r.id
      order by o.reviewed_at desc, o.id desc limit 1) v on true
    left join person w on w.district_id = r.district_id and w.id = v.reviewed_by
    where r.district_id = ${$.district} order by coalesce(v.next_review_on, r.review_on), r.title, r.id`,
)
/** Every rule of the register, what is owed to be looked at first. */
export const legalRules = (tx: Transaction): Promise<LegalRule[]> =>
  tx.all(all, { district: tx.scope.districtId })

const one = statement(
  ($: { district: string; id: string }) =>
    sql<{ id: string }>`select id from legal_rule where district_id = ${$.district} and id = ${$.id}`,
)
export const findLegalRule = (tx: Transaction, id: string) =>
  tx.maybe(one, { district: tx.scope.districtId, id })

const agreements = statement(
  ($: { district: string }) => sql<{ id: string; title: string; partnerName: string }>`
    select g.id, g.title, a.short_name as "partnerName" from agreement g
    join partner a on a.district_id = g.district_id and a.id = g.partner_id
    where g.district_id = ${$.district} order by a.short_name, g.title, g.id`,
)
/** Every agreement, to say which rules it implements. */
export const agreementsToLink = (tx: Transaction) => tx.all(agreements, { district: tx.scope.districtId })

const ofPartner = statement(
  ($: { district: string; partner: string }) => sql<{ agreementId: string; title: string }>`
    select l.agreement_id as "agreementId", r.title from agreement_rule l
    join agreement g on g.district_id = l.district_id and g.id = l.agreement_id
    join legal_rule r on r.district_id = l.district_id and r.id = l.rule_id
    where l.district_id = ${$.district} and g.partner_id = ${$.partner} order by r.title`,
)
/** The rules that the agreements with one agency implement. */
export const rulesImplemented = (tx: Transaction, partnerId: string) =>
  tx.all(ofPartner, { district: tx.scope.districtId, partner: partnerId })

type New = { level: Level; title: string; source: string; ownerId: string; reviewOn: string }
const add = statement(
  ($: New & { district: string; id: string; by: string; at: Date }) => sql`
    insert into legal_rule (district_id, id, level, title, source, owner_id, review_on, added_by, added_at)
    values (${$.district}, ${$.id}, ${$.level}, ${$.title}, ${$.source}, ${$.ownerId}, ${$.reviewOn}, ${$.by}, ${$.at})`,
)
const review = statement(
  ($: {
    district: string
    id: string
    rule: string
    found: string
    next: string
    by: string
    at: Date
  }) => sql`
    insert into legal_rule_review (district_id, id, rule_id, found, next_review_on, reviewed_by, reviewed_at)
    values (${$.district}, ${$.id}, ${$.rule}, ${$.found}, ${$.next}, ${$.by}, ${$.at})`,
)
const link = statement(
  ($: { district: string; agreement: string; rule: string; by: string; at: Date }) => sql`
    insert into agreement_rule (district_id, agreement_id, rule_id, linked_by, linked_at)
    values (${$.district}, ${$.agreement}, ${$.rule}, ${$.by}, ${$.at})
    on conflict (district_id, agreement_id, rule_id) do nothing`,
)
const byOf = ({ districtId: district, actor, now: at }: Unit) => ({
  district,
  by: actor.personId as string,
  at,
})
/** Keeps a rule. @returns its id */
export function addLegalRuleRow(unit: Unit, rule: New): string {
  const id = unit.id()
  unit.tx.write(add, { ...rule, ...byOf(unit), id })
  return id
}
/** Keeps what was found when a rule was looked at again. */
export const addRuleReview = (unit: Unit, given: { ruleId: string; found: string; next: string }): void =>
  unit.tx.write(review, {
    ...byOf(unit),
    id: unit.id(),
    rule: given.ruleId,
    found: given.found,
    next: given.next,
  })
/** Keeps that an agreement implements a rule. @returns false where that was known */
export const addRuleLink = async (
  unit: Unit,
  { agreementId, ruleId }: { agreementId: string; ruleId: string },
): Promise<boolean> =>
  1 === (await unit.tx.run(link, { ...byOf(unit), agreement: agreementId, rule: ruleId }))
