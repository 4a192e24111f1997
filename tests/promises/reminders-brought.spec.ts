import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { rolePasswords } from '#platform/database/roles.ts'
import { adminConfig, asAdmin } from '#tests/support/server.ts'
import { fillEveryTable, idIn } from './rows.ts'

const server = inject('server')
const passwords = rolePasswords(server.secret)
const name = 'spec_reminders'
const brings = '0073_reminders.sql'
const [here, there, elsewhere] = ['a', 'b', 'c'].map((last) => `00000000-0000-7000-8000-00000000000${last}`)

const query = <Row extends object>(text: string, values: unknown[] = []) =>
  asAdmin(server, name, async (client) => (await client.query<Row>(text, values)).rows)

/** Visits as an earlier version left them: one to come, one that was held, one that nobody spoke of. */
async function earlier() {
  await asAdmin(server, 'postgres', (client) => client.query(`create database ${name}`))
  const known = await readMigrations()
  const at = known.findIndex((migration) => migration.name === brings)
  await migrate(adminConfig(server, name), { passwords, known: known.slice(0, at) })
  await asAdmin(server, name, async (client) => {
    await fillEveryTable(client, [here, there, elsewhere] as string[])
    await client.query('set session_replication_role = replica')
    const became =
      'update appointment set result = $2, starts_at = now() + $3::interval, booked_at = now() where district_id = $1'
    await client.query(became, [here, null, '3 days'])
    await client.query(became, [there, 'attended', '3 days'])
    await client.query(became, [elsewhere, null, '-1 hour'])
  })
  await migrate(adminConfig(server, name), { passwords, known: known.slice(0, at + 1) })
}

describe('Visits that were booked before there were reminders', () => {
  beforeAll(earlier)
  afterAll(() =>
    asAdmin(server, 'postgres', (client) => client.query(`drop database if exists ${name} with (force)`)),
  )

  test('have one a day ahead when they are still to come, and the others have none', async () => {
    const rows = await query(
      `select m.district_id, m.appointment_id, a.starts_at - m.due_at = interval '1 day' as day_ahead
       from appointment_reminder m join appointment a on a.district_id = m.district_id and a.id = m.appointment_id`,
    )
    const appointment = idIn(here as string, 'appointment')
    expect(rows).toEqual([{ district_id: here, appointment_id: appointment, day_ahead: true }])
  })
})
