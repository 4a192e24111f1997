import type pg from 'pg'
import { dataClassPurposes, dataClassWords } from '../../src/access/data-class-words.ts'
import { whoseInWords } from '../../src/access/whose-record.ts'
import { classOfColumns } from '../../database/class-of-columns.ts'
import { dataClasses, recordTags, tablesOfNobody } from '../../database/classes.ts'
import { sealedTables } from '../../database/sealed.ts'
import { type Drawing, page, table } from './drawing.ts'

const meanings = `
  select c.relname || '.' || a.attname as name, col_description(c.oid, a.attnum) as says
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`

const sealed = new Set(
  Object.entries(sealedTables).flatMap(([name, { columns }]) =>
    Object.keys(columns).map((column) => `${name}.${column}`),
  ),
)

/** Every field that is held of a student: its class, what it says, and what its class is held for. */
export async function drawDictionary(client: pg.Client): Promise<Drawing> {
  const { rows } = await client.query<{ name: string; says: string | null }>(meanings)
  const says = new Map(rows.map((row) => [row.name, row.says ?? '']))
  const fields = classOfColumns()
  const chapters = dataClasses.map((dataClass) => {
    const lines = fields
      .filter((field) => field.dataClass === dataClass)
      .map(({ table: relation, column }) => {
        const name = `${relation}.${column}`
        return [`\`${name}\``, says.get(name) ?? '', sealed.has(name) ? 'sealed' : '']
      })
    const whose = whoseInWords([recordTags[dataClass]], 'en').join(' ')
    const held = `Class \`${dataClass}\`. ${dataClassPurposes()(dataClass)}`
    const head = `## ${dataClassWords()(dataClass)}\n\n${held}\n${whose}`
    return `${head}\n\n${table(['field', 'what it says', 'kept'], lines)}`
  })
  const others = Object.entries(tablesOfNobody).map(([name, why]) => [`\`${name}\``, why])
  return page('data-dictionary', 'What is held of students', [
    'Each field that says something about a student, by its class, with what the class is held for.',
    ...chapters,
    `## Tables that hold nothing about a student\n\n${table(['table', 'why'], others)}`,
  ])
}
