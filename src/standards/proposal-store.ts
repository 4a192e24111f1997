import { sql } from 'kysely'
import type { Actor } from '#access/actor.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { CrisisStandard } from './crisis.ts'

/** A version that agencies sign before it comes in force. */
export type Proposal = {
  id: string
  version: number
  body: CrisisStandard
  decision: string
  proposedBy: string
  proposedAt: Date
  /** Whether it became a standard. */
  isPublished: boolean
}

const columns = sql`
  o.id, o.version, o.body, o.decision, w.name as "proposedBy", o.proposed_at as "proposedAt",
  exists (select from standard s where s.district_id = o.district_id and s.proposal_id = o.id) as "isPublished"`
const one = statement(
  ($: { district: string; id: string }) => sql<Proposal>`
    select ${columns} from standard_proposal o
    left join person w on w.district_id = o.district_id and w.id = o.proposed_by
    where o.district_id = ${$.district} and o.id = ${$.id}`,
)
const latest = statement(
  ($: { district: string }) => sql<{ id: string }>`
    select o.id from standard_proposal o
    where o.district_id = ${$.district} and o.kind = 'crisis' order by o.proposed_at desc, o.id desc limit 1`,
)

export const findProposal = (tx: Transaction, id: string): Promise<Proposal | undefined> =>
  tx.maybe(one, { district: tx.scope.districtId, id })

/** The version that was proposed last, in force by now or not. One that came before it is signed no more. */
export async function latestProposal(tx: Transaction): Promise<Proposal | undefined> {
  const found = await tx.maybe(latest, { district: tx.scope.districtId })
  return found && findProposal(tx, found.id)
}

const ofStandard = statement(
  ($: { district: string; id: string }) => sql<{ id: string }>`
    select proposal_id as id from standard
    where district_id = ${$.district} and id = ${$.id} and proposal_id is not null`,
)

/** What was signed before a version came in force; undefined for what ships. */
export const proposalIdOf = async (tx: Transaction, standardId: string): Promise<string | undefined> =>
  (await tx.maybe(ofStandard, { district: tx.scope.districtId, id: standardId }))?.id

/** An agency that signs, and what it signed. */
export type Signature = {
  partnerId: string
  partnerName: string
  signedBy: string | null
  signedAt: Date | null
}
const signers = statement(
  ($: { district: string; proposal: string; own: string | null }) => sql<Signature>`
    select p.id as "partnerId", p.name as "partnerName", w.name as "signedBy", g.signed_at as "signedAt"
    from partner p
    left join standard_signature g on g.district_id = p.district_id and g.partner_id = p.id and g.proposal_id = ${$.proposal}
    left join person w on w.district_id = g.district_id and w.id = g.signed_by
    where p.district_id = ${$.district} and p.onboarded_at is not null and p.ended_at is null
      and (${$.own}::uuid is null or p.id = ${$.own}::uuid)
    order by p.name, p.id`,
)

/** Every agency that works with the district now, and when it signed. An agency is answered its own line. */
export const signaturesOf = (
  { tx, actor }: { tx: Transaction; actor: Pick<Actor, 'partnerId'> },
  proposalId: string,
): Promise<Signature[]> =>
  tx.all(signers, { district: tx.scope.districtId, proposal: proposalId, own: actor.partnerId })

type New = { version: number; body: unknown; decision: string }
const add = statement(
  ($: Record<'district' | 'id' | 'body' | 'decision' | 'by', string> & { version: number; at: Date }) => sql`
    insert into standard_proposal (district_id, id, kind, version, body, decision, proposed_by, proposed_at)
    values (${$.district}, ${$.id}, 'crisis', ${$.version}, ${$.body}::jsonb, ${$.decision}, ${$.by}, ${$.at})`,
)

/** Keeps a version that waits for signatures. @returns its id */
export function addProposal(unit: Unit, { version, body, decision }: New): string {
  const id = unit.id()
  unit.tx.write(add, {
    district: unit.districtId,
    id,
    version,
    body: JSON.stringify(body),
    decision,
    by: unit.actor.personId as string,
    at: unit.now,
  })
  return id
}

const sign = statement(
  ($: Record<'district' | 'proposal' | 'partner' | 'by', string> & { at: Date }) => sql`
    insert into standard_signature (district_id, proposal_id, partner_id, signed_by, signed_at)
    values (${$.district}, ${$.proposal}, ${$.partner}, ${$.by}, ${$.at})
    on conflict (district_id, proposal_id, partner_id) do nothing`,
)

/** Signs for the agency of whoever acts. @returns false where it had signed */
export const addSignature = async (unit: Unit, proposalId: string): Promise<boolean> =>
  1 ===
  (await unit.tx.run(sign, {
    district: unit.districtId,
    proposal: proposalId,
    partner: unit.actor.partnerId as string,
    by: unit.actor.personId as string,
    at: unit.now,
  }))
