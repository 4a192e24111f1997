import type { Transaction } from '#platform/database/database.ts'
import { tell } from './tell-followers-store.ts'

/** Where everybody who follows an incident hears that something changed in it. */
export const followersChannel = 'crisis_incident'

/** Tells whoever has the page of an incident open that it changed, once this is committed. */
export const tellFollowers = (tx: Transaction, incidentId: string): void =>
  tx.write(tell, { incident: incidentId })
