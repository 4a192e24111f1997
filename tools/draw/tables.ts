import type pg from 'pg'
import { type Drawing, page, table } from './drawing.ts'

type Column = {
  relation: string
  attribute: string
  type: string
  needed: boolean
  links: string | null
  says: string | null
}
type Relation = {
  relation: string
  says: string | null
  sees: string | null
  writes: string | null
  verbs: string[]
  guarded: boolean
}

const relations = `
  select c.relname as relation, obj_description(c.oid, 'pg_class') as says,
    pg_get_expr(p.polqual, p.polrelid) as sees, pg_get_expr(p.polwithcheck, p.polrelid) as writes,
    array(select lower(privilege_type) from aclexplode(c.relacl)
      where grantee = 'throughline_app'::regrole order by 1) as verbs,
    exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'leaves_a_trace') as guarded
  from pg_class c
  left join pg_policy p on p.polrelid = c.oid and 'throughline_app'::regrole = any (p.polroles)
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`

const columns = `
  select c.relname as relation, a.attname as attribute, format_type(a.atttypid, a.atttypmod) as type,
    a.attnotnull as needed, col_description(c.oid, a.attnum) as says,
    (select min(f.confrelid::regclass::text) from pg_constraint f where f.conrelid = c.oid and f.contype = 'f'
      and a.attnum = any (f.conkey) and (a.attname <> 'district_id' or cardinality(f.conkey) = 1)) as links
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1, a.attnum`

/** Who a policy lets in, in words. */
export function wallInWords(rule: string | null): string {
  if (rule === null) return 'nobody of the app'
  if (!rule.includes('app.side')) return 'every side of the district'
  const sent = rule.includes('sent_at IS NOT NULL') ? ' once it was sent' : ''
  const inside = [
    rule.includes("'school'::text") ? 'the school side' : [],
    rule.includes("'partner'::text") ? `the agency it belongs to${sent}` : [],
    rule.includes("'family'::text") ? 'the family of the child' : [],
  ].flat()
  return inside.join(', ')
}

function introOf({ says, sees, writes, verbs, guarded }: Relation): string {
  const reads = `Seen by ${wallInWords(sees)}.`
  const changes = sees === writes ? '' : ` Written by ${wallInWords(writes)}.`
  const may = verbs.length === 0 ? ' The app role has no grant.' : ` The app may ${verbs.join(', ')}.`
  const trace = guarded ? ' A change without a trace cannot be committed.' : ''
  return `${says ?? ''}\n\n${reads}${changes}${may}${trace}`
}

/** Every table: what it is for, who can be in the room, and its columns. */
export async function drawTables(client: pg.Client): Promise<Drawing> {
  const { rows: all } = await client.query<Relation>(relations)
  const { rows } = await client.query<Column>(columns)
  const byRelation = Map.groupBy(rows, ({ relation }) => relation)
  const chapters = all.map((relation) => {
    const lines = (byRelation.get(relation.relation) ?? []).map(
      ({ attribute, type, needed, links, says }) => [
        `\`${attribute}\``,
        `${type}${needed ? '' : ', may be missing'}`,
        links === null ? '' : `\`${links}\``,
        says ?? '',
      ],
    )
    const body = table(['column', 'type', 'points at', 'meaning'], lines)
    return `## ${relation.relation}\n\n${introOf(relation)}\n\n${body}`
  })
  return page('schema', 'Tables', [`${all.length} tables.`, ...chapters])
}
