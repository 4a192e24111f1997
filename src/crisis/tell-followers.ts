import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

/** Where everybody who follows an incident hears that something changed in it. */
export const followersChannel = 'crisis_incident'

const tell = statement(($: { incident: string }) => sql`select pg_notify('crisis_incident', ${$.incident})`)

/** Tells whoever has the page of an incident open that it changed, once this is committed. */
export const tellFollowers = (tx: Transaction, incidentId: string): void =>
  tx.write(tell, { incident: incidentId })
