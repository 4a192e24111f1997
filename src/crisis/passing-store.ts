import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Incident } from './incident.ts'

type Of = { district: string; incident: string }

/** An incident that was passed on, as far as the first school may know: where it is, and how it stands. */
export type PassedOn = Pick<Incident, 'id' | 'state'> & { readonly schoolName: string }
const passedOn = statement(
  ($: Of) => sql<PassedOn>`
    select i.id, i.state, k.name as "schoolName" from crisis_incident i
    join school k on k.district_id = i.district_id and k.id = i.school_id
    where i.district_id = ${$.district} and i.from_incident_id = ${$.incident}
      and i.ended_as is distinct from 'another_student'`,
)
/** Where an incident was passed on to; null where it was not. */
export const passedOnFrom = async (tx: Transaction, incident: string): Promise<PassedOn | null> =>
  (await tx.maybe(passedOn, { district: tx.scope.districtId, incident })) ?? null

const cameFrom = statement(
  ($: Of) => sql<Pick<Incident, 'id' | 'ownerId' | 'state'>>`
    select i.id, i.owner_id as "ownerId", i.state from crisis_incident i
    where i.district_id = ${$.district} and i.id = ${$.incident}`,
)
/** The incident another was passed on from, and who has it. */
export const passedFrom = (tx: Transaction, incident: string) =>
  tx.maybe(cameFrom, { district: tx.scope.districtId, incident })

const righted = statement(
  ($: Of) => sql<{ id: string }>`
    select i.id from crisis_incident i where i.district_id = ${$.district} and i.rights_incident_id = ${$.incident}`,
)
/** The incident in which one goes on that was entered for the wrong student. */
export const rightedBy = async (tx: Transaction, incident: string): Promise<string | undefined> =>
  (await tx.maybe(righted, { district: tx.scope.districtId, incident }))?.id
