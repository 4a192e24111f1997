import type { Viewing } from '#access/look.ts'
import { reportsIn } from '#exceptions/contract.ts'
import type { Incident } from './incident.ts'

/** Reports the law makes a duty, made while an incident ran: who may not read them is told of none [R116]. */
export async function reportsFor(view: Viewing, { id: incidentId }: Incident) {
  if (!view.knows('told_without_consent')) return []
  const made = await reportsIn(view.tx, view.actor, incidentId)
  return made.map(({ id, recipientKind, disclosedAt, disclosedByName }) => ({
    id,
    recipientKind,
    disclosedAt,
    disclosedByName,
  }))
}
