import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { type Kind, kinds } from './kinds.ts'
import { type KeptStandard, readStandard } from './rules.ts'
import type { Model, Standard } from './standard.ts'

type Row = {
  id: string
  kind: string
  version: number
  in_force_from: Date
  sample: boolean
  approved_by: string | null
  approved_on: string | null
  decision: string
}
type Head = Pick<Row, 'id' | 'kind' | 'in_force_from'>
/** A standard together with the id decisions store. */
export type Published<K extends Kind = Kind> = Standard<K> & { readonly id: string }
export type PublishedModel = { readonly [K in Kind]: Published<K> } & Model

const heads = statement(
  ($: { district: string }) => sql<Head>`
    select id, kind, in_force_from from standard where district_id = ${$.district}
    order by in_force_from desc, version desc`,
)
const one = statement(
  ($: { district: string; id: string }) => sql<Row & { body: unknown }>`
    select id, kind, version, in_force_from, sample, approved_by, approved_on, decision, body
    from standard where district_id = ${$.district} and id = ${$.id}`,
)

// A version is never edited, so one that was read stays read. Bounded: a process serves a few districts'
// versions.
const read = new Map<string, Published>()
const kept = 2000

const standardFrom = (row: Row & { body: unknown }): Published => {
  const approval =
    row.approved_by === null || row.approved_on === null
      ? undefined
      : { approvedBy: row.approved_by, approvedAt: new Date(row.approved_on), decision: row.decision }
  const head: KeptStandard = {
    kind: row.kind,
    version: row.version,
    inForceFrom: row.in_force_from,
    body: row.body,
    sample: row.sample,
    approval,
  }
  return { ...readStandard(row.kind as Kind, head), id: row.id }
}

/** One version of one standard, by the id a decision stored. @throws when there is none */
export async function getStandard(tx: Transaction, id: string): Promise<Published> {
  const before = read.get(id)
  if (before !== undefined) return before
  const standard = standardFrom(await tx.one(one, { district: tx.scope.districtId, id }))
  if (read.size >= kept) read.clear()
  read.set(id, standard)
  return standard
}

/**
 * The whole model in force at an instant, each version with its id.
 * @throws when a kind has no version in force
 */
export const modelInForce = (tx: Transaction, at: Date): Promise<PublishedModel> =>
  tx.once('standards', at.toISOString(), () => readModel(tx, at))

async function readModel(tx: Transaction, at: Date): Promise<PublishedModel> {
  const versions = await tx.kept('standards', () => tx.all(heads, { district: tx.scope.districtId }))
  const model: Partial<Record<Kind, Published>> = {}
  for (const kind of kinds) {
    const head = versions.find((version) => version.kind === kind && version.in_force_from <= at)
    if (head === undefined) throw new Error(`No ${kind} standard is in force at ${at.toISOString()}`)
    model[kind] = await getStandard(tx, head.id)
  }
  return model as unknown as PublishedModel
}

export type { Kind }
