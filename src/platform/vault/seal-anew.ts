import type pg from 'pg'
import { type SealedTable, sealedTable, sealedTables } from '#database/sealed.ts'
import type { Prepared } from '../database/query.ts'
import { isSealed, prefix, sealedBytes } from './envelope.ts'
import { findDistrictKeys } from './key-store.ts'
import { isRemoved } from './removed.ts'
import { Sealing } from './sealing.ts'
import type { Vault } from './vault.ts'
import type { Wrapped } from './wrapping.ts'

/** So many rows are sealed anew in one transaction: short enough that nobody waits for it. */
const batch = 500

type Column = [name: string, kind: 'text' | 'json' | 'bytes']
type Row = { at: string[]; of: string | null } & Record<string, unknown>

/** A table of the list, taken apart for the statements below. */
function partsOf(table: SealedTable) {
  const { row, of, columns } = sealedTable(table)
  const owner =
    of === 'district'
      ? 'null::uuid'
      : 'column' in of
        ? `t.${of.column}`
        : `(select o.student_id from ${of.through} o where o.district_id = t.district_id and o.id = t.${of.by})`
  return { table, row, owner, columns: Object.entries(columns) as Column[] }
}
type Parts = ReturnType<typeof partsOf>

const typeOf = (column: string) => (column === 'position' ? 'int' : 'uuid')
const read = ([name, kind]: Column) =>
  kind === 'json'
    ? `case jsonb_typeof(t.${name}) when 'string' then t.${name} #>> '{}' else t.${name}::text end`
    : `t.${name}`

/** The next rows after one, with everything that is or should be sealed. */
function nextRows({ table, row, owner, columns }: Parts, after: boolean): string {
  const key = row.map((name) => `t.${name}`).join(', ')
  const last = row.map((name, at) => `$${at + 2}::${typeOf(name)}`).join(', ')
  return `
    select array[${row.map((name) => `t.${name}::text`).join(', ')}] as at, ${owner} as "of",
      ${columns.map((column) => `${read(column)} as "${column[0]}"`).join(', ')}
    from ${table} t where t.district_id = $1 and (${columns.map(([name]) => `t.${name} is not null`).join(' or ')})
      ${after ? `and (${key}) > (${last})` : ''}
    order by ${key} limit ${batch}`
}

/** One value that is to be replaced, unless somebody wrote another meanwhile. */
type Change = { at: string[]; was: string | Buffer; becomes: string | Buffer }

const inText = (value: string | Buffer) => (typeof value === 'string' ? value : value.toString('hex'))

/** Replaces the values of one column. */
async function replace(
  client: pg.ClientBase,
  { parts, districtId, column: [name, kind] }: Where,
  changes: Change[],
) {
  const { table, row } = parts
  const same = row.map((part, at) => `t.${part} = (c.at ->> ${at})::${typeOf(part)}`).join(' and ')
  const [was, becomes] = {
    text: [`t.${name} = c.was`, 'c.becomes'],
    json: [`(t.${name}::text = c.was or t.${name} #>> '{}' = c.was)`, 'to_jsonb(c.becomes)'],
    bytes: [`t.${name} = decode(c.was, 'hex')`, `decode(c.becomes, 'hex')`],
  }[kind]
  const written = changes.map((change) => ({
    at: change.at,
    was: inText(change.was),
    becomes: inText(change.becomes),
  }))
  await client.query(
    `update ${table} t set ${name} = ${becomes}
     from jsonb_to_recordset($2::jsonb) as c(at jsonb, was text, becomes text)
     where t.district_id = $1 and ${same} and ${was}`,
    [districtId, JSON.stringify(written)],
  )
}
type Where = { parts: Parts; districtId: string; column: Column }

/** Steps into the role that may do this, for one transaction. */
export async function asKeeper<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin; set local role throughline_keeper')
  try {
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** Rows are locked here in another order than an act may lock them: whoever is undone for it tries again. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if ((error as { code?: string }).code !== '40P01' || tries === 5) throw error
    }
  }
}

type Turn = { client: pg.ClientBase; vault: Vault; districtId: string }

/** What a value is now: sealed by the key it should be under, or what has to be sealed. */
async function plainOf(
  sealing: Sealing,
  place: { table: SealedTable; column: string; row: string; owner: string },
  value: string | Buffer,
) {
  if (isRemoved(value)) return undefined
  const plain = typeof value === 'string' ? !isSealed(value) : value[0] !== 1
  if (plain) return Buffer.from(value as string)
  const sealed = typeof value === 'string' ? sealedBytes(value) : value
  const key = await sealing.keyOf(sealed)
  if (key.destroyed || (key.owner === place.owner && !key.retired)) return undefined
  return sealing.opened(place, sealed)
}

/** What of one column has to be replaced in some rows. */
async function changesOf(
  sealing: Sealing,
  { parts, districtId, column: [column, kind] }: Where,
  rows: Row[],
) {
  const changes: Change[] = []
  for (const found of rows) {
    const was = found[column] as string | Buffer | null
    if (was === null) continue
    const place = { table: parts.table, column, row: found.at.join(':') }
    const plain = await plainOf(sealing, { ...place, owner: found.of ?? districtId }, was)
    if (plain === undefined) continue
    const sealed = sealing.value({ ...place, of: found.of }, plain)
    changes.push({
      at: found.at,
      was,
      becomes: kind === 'bytes' ? sealed : prefix + sealed.toString('base64url'),
    })
  }
  return changes
}

/** What seals on the connection of a turn. */
async function openSealing({ client, vault, districtId }: Turn): Promise<Sealing> {
  const ask = async (what: Prepared): Promise<unknown[]> => (await client.query(what)).rows
  // What the server refuses here makes everything behind it fail, and that is waited for.
  const write = (what: Prepared) => void client.query(what).catch(() => undefined)
  vault.learnDistrict(districtId, (await ask(findDistrictKeys(districtId))) as Wrapped[])
  return new Sealing(vault, districtId, { write, ask })
}

async function sealTable(turn: Turn, parts: Parts, onValues: (count: number) => void) {
  let after: string[] | undefined
  for (;;) {
    let changed = 0
    const [rows, sealing] = await again(() =>
      asKeeper(turn.client, async () => {
        const opened = await openSealing(turn)
        const values = [turn.districtId, ...(after ?? [])]
        const next = await turn.client.query<Row>(nextRows(parts, after !== undefined), values)
        await opened.prefer([...new Set(next.rows.map(({ of }) => of ?? turn.districtId))])
        for (const column of parts.columns) {
          const where = { parts, districtId: turn.districtId, column }
          const changes = await changesOf(opened, where, next.rows)
          if (changes.length > 0) await replace(turn.client, where, changes)
          changed += changes.length
        }
        return [next.rows, opened] as const
      }),
    )
    sealing.held()
    onValues(changed)
    if (rows.length < batch) return
    after = rows.at(-1)?.at
  }
}

/**
 * Seals what is plain, what lies under a retired key, and what lies under another's key than its row's
 * owner, in every table of the list. May be ended at any moment and run again: what is done already is
 * passed over.
 * @param client as a role that may migrate
 */
export async function sealAnew(
  turn: Turn,
  onValues: (count: number) => void = () => undefined,
): Promise<void> {
  for (const table of Object.keys(sealedTables) as SealedTable[])
    await sealTable(turn, partsOf(table), onValues)
}

/** Every district that has rows here. */
export const districtsOf = async (client: pg.ClientBase): Promise<string[]> => {
  const { rows } = await client.query<{ id: string }>('select id from house.district_ids() as id order by id')
  return rows.map(({ id }) => id)
}
