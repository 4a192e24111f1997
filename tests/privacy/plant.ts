import type pg from 'pg'
import { type SealedTable, sealedTables } from '#database/sealed.ts'
import { nameWords, wordPairs } from '#platform/name-words.ts'
import { besides, type Class, classOf, columnsOf, filledIn } from './columns.ts'
import type { Markers } from './markers.ts'

export type Row = Record<string, unknown>
/** Where a word of ours lies: the column, its class, and the row with its plain columns. */
export type Planted = { place: string; class: Class; row: Row }

type Written = string | Buffer | object

/** A scan as somebody would add it: a document of one page. */
const scanOf = (word: string) =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n% ${word}\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  )

/** What of a packet a family or a person said or is called: everything else is a code. */
const inPacket = [
  'identity.name',
  'caregiver_contact.name',
  'caregiver_contact.phone',
  'caregiver_contact.hours',
  'language.accommodation',
  'transport.note',
  'academic_observations.observed',
]

class Planting {
  readonly #admin: pg.ClientBase
  readonly #markers: Markers<Planted>
  readonly #district: string

  constructor(admin: pg.ClientBase, markers: Markers<Planted>, district: string) {
    this.#admin = admin
    this.#markers = markers
    this.#district = district
  }

  /** One value of ours for one column of a row. */
  #valueFor(planted: Planted): Written {
    if (planted.place === 'packet.content') return this.#packetFor(planted)
    if (planted.place === 'caregiver.phone') return this.#markers.number(planted)
    const word = this.#markers.word(planted)
    if (planted.place === 'caregiver.email') return `${word}@canary.example`
    return planted.place === 'consent_document.bytes' ? scanOf(word) : word
  }

  #packetFor({ row, class: name }: Planted): object {
    const content = structuredClone(row['content']) as Record<string, Record<string, unknown>>
    for (const path of inPacket) {
      const [item, field] = path.split('.') as [string, string]
      const held = content[item]
      if (typeof held?.[field] !== 'string') continue
      const planted = { place: `packet.content ${path}`, class: name, row }
      held[field] = field === 'phone' ? this.#markers.number(planted) : this.#markers.word(planted)
    }
    return content
  }

  /** Puts a word of ours into each column of a table that holds something. */
  async table(table: string, columns: readonly string[]): Promise<void> {
    const { rows } = await this.#admin.query<Row>(
      `select ctid::text as "ctid", t.* from ${table} t where district_id = $1`,
      [this.#district],
    )
    for (const [at, { ctid, ...row }] of rows.entries()) {
      const isFilled = (column: string) => {
        const beside = besides[`${table}.${column}`]
        return (
          at % 2 === 0 && filledIn.has(`${table}.${column}`) && (beside === undefined || row[beside] !== null)
        )
      }
      const held = columns.filter((column) => row[column] !== null || isFilled(column))
      if (held.length === 0) continue
      const values = held.map((column) => {
        const place = `${table}.${column}`
        return this.#valueFor({ place, class: classOf.get(place) as Class, row })
      })
      const set = held.map((column, at) => `${column} = $${at + 2}`).join(', ')
      await this.#admin.query(`update ${table} set ${set} where ctid = $1::tid`, [ctid, ...values])
    }
  }

  /** Search finds by what people are called now. */
  async names(): Promise<void> {
    const own = [this.#district]
    await this.#admin.query('delete from student_name_pair where district_id = $1', own)
    await this.#admin.query('delete from student_name where district_id = $1', own)
    const students = 'select * from student where district_id = $1'
    const { rows } = await this.#admin.query<Record<string, string>>(students, own)
    for (const { district_id, id, school_id, given_name, family_name, preferred_name } of rows) {
      const words = nameWords(given_name, family_name, preferred_name)
      await this.#admin.query(
        `insert into student_name (district_id, word, student_id, school_id) select $1, unnest($2::text[]), $3, $4`,
        [district_id, words, id, school_id],
      )
      const pairs = wordPairs(words)
      await this.#admin.query(
        `insert into student_name_pair (district_id, word, later_word, student_id)
         select $1, unnest($2::text[]), unnest($3::text[]), $4`,
        [district_id, pairs.map(([word]) => word), pairs.map(([, later]) => later), id],
      )
    }
  }

  /** Of whoever signs in while a court protects how they are reached: the address is nobody's to read. */
  async signInAddresses(): Promise<void> {
    const { rows } = await this.#admin.query<{ person: string; row: Row }>(
      `select c.person_id as person, to_jsonb(x) as row from protected_contact x
       join caregiver c on c.district_id = x.district_id and c.id = x.caregiver_id
       where x.district_id = $1 and x.ended_at is null and c.person_id is not null`,
      [this.#district],
    )
    for (const { person, row } of rows) {
      const word = this.#markers.word({ place: 'person.email', class: 'protected_contacts', row })
      const at = [`${word}@canary.example`, this.#district, person]
      await this.#admin.query('update person set email = $1 where district_id = $2 and id = $3', at)
    }
  }

  /** An agency finds a packet by the names in it. */
  async packetNames(): Promise<void> {
    await this.#admin.query('delete from packet_name where district_id = $1', [this.#district])
    for (const [word, { place, row }] of this.#markers)
      if (place === 'packet.content identity.name' && row['district_id'] === this.#district)
        await this.#admin.query(
          `insert into packet_name (district_id, partner_id, word, referral_id) values ($1, $2, $3, $4)
           on conflict do nothing`,
          [row['district_id'], row['partner_id'], word, row['referral_id']],
        )
  }
}

/** Does something past the walls and guards of a database that nobody needs afterwards. */
export async function pastGuards(admin: pg.ClientBase, work: () => Promise<void>): Promise<void> {
  await admin.query('begin; set local session_replication_role = replica')
  await work()
  await admin.query('commit')
}

type Where = { district: string; tables?: readonly string[] }

/** Replaces every word of every student's record in a district by one of ours, each its own. */
export async function plant(
  admin: pg.ClientBase,
  markers: Markers<Planted>,
  { district, tables = [...columnsOf.keys()] }: Where,
): Promise<void> {
  const planting = new Planting(admin, markers, district)
  await pastGuards(admin, async () => {
    for (const table of tables) await planting.table(table, columnsOf.get(table) as string[])
    await planting.names()
    if (tables.includes('packet')) await planting.packetNames()
    if (tables.includes('protected_contact')) await planting.signInAddresses()
  })
}

const tablesToCopy = `select c.relname as name,
    (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and c.relname not like 'audit\\_%' and c.relname not in ('district_key', 'data_key', 'idempotent_reply', 'access_token', 'standing_revision')
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'district_id')`

/** A second district that holds the same rows under the same ids: only the district tells them apart. */
export async function copyDistrict(admin: pg.ClientBase, to: string): Promise<void> {
  const other = { district_id: to, login_id: null, demo: false }
  // What was left sealed does not open in another row: it is plain there, until it is sealed anew.
  const plainIn = (table: string) =>
    Object.fromEntries(
      Object.entries(sealedTables[table as SealedTable]?.columns ?? {})
        .filter(([column]) => !classOf.has(`${table}.${column}`))
        .map(([column]) => [column, 'left']),
    )
  const code = `case when to_jsonb(t) ? 'public_code' then jsonb_build_object('public_code', 'away-' || (to_jsonb(t) ->> 'public_code'))
    else '{}'::jsonb end`
  await pastGuards(admin, async () => {
    const { rows } = await admin.query<{ name: string; columns: string }>(tablesToCopy)
    for (const { name, columns } of rows)
      await admin.query(
        `insert into ${name} (${columns}) select ${columns}
         from (select (jsonb_populate_record(null::${name}, to_jsonb(t) || $1 || ${code})).* from ${name} t) copy`,
        [{ ...other, ...plainIn(name) }],
      )
  })
}
