import { z } from 'zod'
import { look } from '#access/look.ts'
import { schoolStaff } from '#access/roles.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { alertsOf, partOf } from './alert-store.ts'
import type { Alert, Incident } from './incident.ts'
import { mayFollow } from './policy.ts'
import { findIncident } from './store.ts'

/** Where an incident stands: another word as soon as something is written down. */
export const momentOf = ({ version }: Pick<Incident, 'version'>, alerts: readonly Alert[]): string =>
  [version, alerts.length, alerts.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length].join('-')

/**
 * Whether somebody may still hear that an incident changed. Nothing of it is shown: whoever hears it reads
 * the page again, and that is the look which shows it.
 * @param given.at where the page stood when it was read: whether it changed since
 */
export const lookLive = look({
  name: 'crisis/live',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({ incidentId: id, at: z.string().max(40).optional().catch(undefined) }),
  shows: { for: 'crisis', whole: ['crisis'] },
  async see(view, { incidentId, at }) {
    const incident = (await findIncident(view.tx, view.actor, incidentId)) ?? notFound()
    const alerts = await alertsOf(view.tx, incidentId)
    if (!mayFollow(view.actor, incident, await partOf(view.tx, incidentId))) notFound()
    view.permit(true)
    view.sawNoStudent()
    const isNews = at !== undefined && at !== momentOf(incident, alerts)
    return { personId: view.actor.personId ?? '', isOver: incident.state === 'closed', isNews }
  },
})
