import type pg from 'pg'
import { riversideId } from '../riverside/places.ts'

type Row = Record<string, unknown>
type Column = { name: string; type: string }

/** Something of each type, for columns a migration says nothing about. */
const something: Record<string, unknown> = {
  text: 'x',
  int4: 1,
  bool: false,
  jsonb: '{}',
  _text: '{}',
  bytea: '\\x00',
  uuid: riversideId,
  date: '2026-10-05',
  timestamptz: '2026-10-05T17:00:00Z',
}

const neededOf = async (client: pg.Client, table: string) => {
  const { rows } = await client.query<Column>(
    `select a.attname as name, t.typname as type from pg_attribute a join pg_type t on t.oid = a.atttypid
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull and not a.atthasdef`,
    [table],
  )
  return rows
}

/** Puts a row into a table as it stands in this version, whatever it asks for besides. */
async function put(client: pg.Client, table: string, row: Row): Promise<void> {
  const needed = await neededOf(client, table)
  const missing = needed.filter(({ name }) => !(name in row)).map(({ name, type }) => [name, something[type]])
  const whole = { ...Object.fromEntries(missing), ...row, district_id: riversideId }
  const names = Object.keys(whole)
  const places = names.map((_, place) => `$${place + 1}`)
  await client.query(
    `insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`,
    Object.values(whole),
  )
}

const idOf = (place: number) => `0199e0a1-0000-7000-8000-00000000000${place}`
/** What was made, by what it is. */
export const made = {
  concern: idOf(1),
  decision: idOf(2),
  referral: idOf(3),
  yes: idOf(4),
  no: idOf(5),
  packet: idOf(6),
}

const first = async (client: pg.Client, table: string) =>
  (await client.query<{ id: string }>(`select id from ${table} order by id limit 1`)).rows[0]?.id

/** A referral that was sent, with all that led to it: what migrations carry over is read from such rows. */
export async function putPathway(client: pg.Client): Promise<void> {
  const [student, partner] = [await first(client, 'student'), await first(client, 'partner')]
  const of = { student_id: student, school_id: await first(client, 'school') }
  await put(client, 'concern', {
    id: made.concern,
    ...of,
    source: 'staff',
    urgency: 'this_week',
    state: 'triaged',
    received_at: '2026-10-02T17:15:00Z',
    due_at: '2026-10-06T00:00:00Z',
  })
  const [a, decided] = [{ indicated: 'b', chosen: 'b', tier: 2 }, { concern_id: made.concern }]
  await put(client, 'triage_decision', { id: made.decision, ...of, ...a, ...decided })
  await put(client, 'referral', {
    id: made.referral,
    ...of,
    decision_id: made.decision,
    partner_id: partner,
    state: 'sent',
    number: 9001,
    referred_at: '2026-10-05T17:00:00Z',
    first_referred_at: '2026-10-05T17:00:00Z',
    sent_at: '2026-10-05T22:40:00Z',
    next_step: 'confirm_receipt',
    next_due_at: '2026-10-07T00:00:00Z',
    next_owner: 'partner',
  })
  await putAnswers(client, { student_id: student, partner_id: partner, referral_id: made.referral })
}

/** What the family said, and what was sent on it. */
async function putAnswers(client: pg.Client, asked: Row): Promise<void> {
  const said = { kind: 'release', grantor_kind: 'student', method: 'paper', ends_on: '2027-06-30' }
  await put(client, 'consent', { id: made.yes, ...asked, ...said })
  await put(client, 'consent', { id: made.no, ...asked, ...said })
  for (const [consent, scope, answer] of [
    [made.yes, 'referral_disclosure', true],
    [made.no, 'status_feedback', false],
  ]) {
    await put(client, 'consent_answer', {
      consent_id: consent,
      scope,
      partner_id: asked['partner_id'],
      answer,
    })
  }
  const content = JSON.stringify({ identity: { name: 'Zoë Núñez-Öz' } })
  await put(client, 'packet', { id: made.packet, ...asked, consent_id: made.yes, content })
}
