import { sql } from 'kysely'
import { minimumNecessaryTopic } from '#access/minimum-necessary-store.ts'
import type { Unit } from '#access/unit.ts'
import { statement } from '#platform/database/query.ts'
import type { Kind } from './kinds.ts'

/**
 * Whoever publishes in a district goes one after the other. What was known of the standards is let go, so
 * that what is read from here on is what the one before published.
 */
export async function oneAtATime({ tx, districtId }: Unit): Promise<void> {
  await tx.all(sql`select pg_advisory_xact_lock(hashtextextended('standards ' || ${districtId}, 0))`)
  tx.forget('standards')
  tx.forget(minimumNecessaryTopic)
}

const latest = statement(
  ($: { district: string; kind: string }) => sql<{ id: string; version: number; inForceFrom: Date }>`
    select id, version, in_force_from as "inForceFrom" from standard
    where district_id = ${$.district} and kind = ${$.kind} order by version desc limit 1`,
)

/** The last version of a kind: its id, its number, and from when it applies. */
export const latestOf = ({ tx, districtId }: Unit, kind: Kind) =>
  tx.one(latest, { district: districtId, kind })

export type NewVersion = {
  kind: Kind
  version: number
  inForceFrom: Date
  body: unknown
  decision: string
  /** The district's calendar day of the approval. */
  approvedOn: string
  /** Who approved it; left out for whoever acts. */
  approvedBy?: string
  /** What agencies signed, where the kind needs signatures. */
  proposalId?: string
}

const add = statement(
  (
    $: Record<'district' | 'id' | 'kind' | 'body' | 'by' | 'on' | 'decision' | 'person', string> & {
      version: number
      from: Date
      at: Date
      proposal: string | null
    },
  ) => sql`
    insert into standard (district_id, id, kind, version, in_force_from, body, sample, approved_by, approved_on, decision,
      published_by, published_at, proposal_id)
    values (${$.district}, ${$.id}, ${$.kind}, ${$.version}, ${$.from}, ${$.body}::jsonb, false, ${$.by}, ${$.on}, ${$.decision},
      ${$.person}, ${$.at}, ${$.proposal}::uuid)`,
)

/** Puts a version beside the others, in the name of whoever acts. */
export async function addVersion(unit: Unit, version: NewVersion): Promise<string> {
  const id = unit.id()
  unit.tx.forget('standards')
  unit.tx.forget(minimumNecessaryTopic)
  await unit.tx.run(add, {
    district: unit.districtId,
    id,
    kind: version.kind,
    version: version.version,
    from: version.inForceFrom,
    body: JSON.stringify(version.body),
    by: version.approvedBy ?? unit.actor.name,
    on: version.approvedOn,
    decision: version.decision,
    person: unit.actor.personId as string,
    at: unit.now,
    proposal: version.proposalId ?? null,
  })
  return id
}
