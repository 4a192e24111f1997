import pg from 'pg'
import type { InstallationKeys } from '#platform/vault/installation-keys.ts'
import { sealFirst } from '#platform/vault/seal-first.ts'
import { kinds } from '#standards/kinds.ts'
import { shippedModel } from '#standards/sample.ts'
import { copyTable, type Table } from './copy.ts'
import { before, placeTables, type Plan, staffTables } from './places.ts'
import { idAt } from './random.ts'
import { referralTables, triageTables } from './referrals.ts'
import { type SizeName, sizes } from './sizes.ts'
import { storyCount } from './stories.ts'
import { studentTables } from './students.ts'

export type Progress = (step: { table: string; rows: number; seconds: number }) => void

function standardTable({ district, now }: Plan): Table {
  const from = before(now, 1000)
  const model = shippedModel(from)
  const order = ['checklist', ...kinds.filter((kind) => kind !== 'checklist')] as typeof kinds
  return {
    name: 'standard',
    columns: [
      'district_id',
      'id',
      'kind',
      'version',
      'in_force_from',
      'body',
      'sample',
      'decision',
      'published_at',
    ],
    rows: order.map((kind, at) => [
      district,
      idAt('standard', at + 1),
      kind,
      1,
      from,
      { json: model[kind].body },
      true,
      'Shipped with Throughline',
      from,
    ]),
  }
}

/** Agencies read the names of the school people on their referrals, as they would after the acts. */
const showPeople = `
  update person p set shown_to = seen.partners from (
    select navigator_id, array_agg(distinct partner_id) as partners from referral
    where district_id = $1 and sent_at is not null group by navigator_id) seen
  where p.district_id = $1 and p.id = seen.navigator_id`

/** The days on which agreements end are waited for. */
const watchGates = `
  select house.enqueue('partnership/watch-gates', jsonb_build_object('district_id', $1::text),
    'partnership/watch-gates/' || $1, null)`

/** What no table of its own carries: the last number, whose names agencies read, and what is waited for. */
async function finish(client: pg.Client, plan: Plan): Promise<void> {
  const numbers = [plan.district, storyCount(plan)]
  await client.query('insert into referral_counter (district_id, last_number) values ($1, $2)', numbers)
  await client.query(showPeople, [plan.district])
  await client.query(watchGates, [plan.district])
}

type Generating = { size: SizeName; now: Date; keys: InstallationKeys; onProgress?: Progress }

/**
 * Fills a database with one generated district: deterministic, and fast because rows are copied in without
 * the guards (session_replication_role), which is why it takes the administrator's connection and is never
 * part of serving.
 * @returns rows written and seconds taken
 * @throws when the district is there already
 */
export async function generateDistrict(
  admin: pg.ClientConfig,
  { size: name, now, keys, onProgress = () => undefined }: Generating,
): Promise<{ rows: number; seconds: number; districtId: string }> {
  const client = new pg.Client(admin)
  await client.connect()
  const startedAt = performance.now()
  const place = Object.keys(sizes).indexOf(name) + 1
  const plan: Plan = { size: sizes[name], district: idAt('district', place), place, now }
  const seconds = () => Math.round((performance.now() - startedAt) / 100) / 10
  try {
    const { rowCount } = await client.query('select 1 from district where district_id = $1', [plan.district])
    if (rowCount !== 0) throw new Error(`The ${name} district is there already`)
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    let total = 0
    for (const table of [
      ...placeTables(plan),
      ...staffTables(plan),
      standardTable(plan),
      ...studentTables(plan),
      ...triageTables(plan),
      ...referralTables(plan),
    ]) {
      const report = (rows: number) => onProgress({ table: table.name, rows, seconds: seconds() })
      const rows = await copyTable(client, table, report)
      report(rows)
      total += rows
    }
    await finish(client, plan)
    await client.query('commit')
    await sealFirst(admin, { keys, again: true })
    await client.query('vacuum analyze')
    return { rows: total, seconds: seconds(), districtId: plan.district }
  } finally {
    await client.end()
  }
}
