import type { Actor } from '#access/actor.ts'
import type { Alert, Incident } from './incident.ts'
import { followsIncidents } from './policy.ts'

type Held = Pick<Incident, 'state' | 'ownerId' | 'openedBy'>
type Told = Pick<Alert, 'personId' | 'acknowledgedAt'>

/** The alert of somebody that waits for their answer; undefined where they answered, or were not told. */
export const owedBy = <A extends Told>(alerts: readonly A[], personId: string | null): A | undefined =>
  alerts.find((alert) => alert.personId === personId && alert.acknowledgedAt === null)

/**
 * Whether whoever has an incident answered or took it over. Until then it is with whoever began it; where
 * nobody signed in did, with the first who is told.
 */
export function isTaken({ ownerId, openedBy }: Held, alerts: readonly Told[]): boolean {
  const alert = alerts.find(({ personId }) => personId === ownerId)
  if (alert !== undefined) return alert.acknowledgedAt !== null || (openedBy !== null && openedBy !== ownerId)
  return openedBy === null ? alerts.length > 0 : openedBy !== ownerId
}

/** Who has it once somebody answered: whoever answered or took it before keeps it. */
export const ownerAfter = (incident: Held, alerts: readonly Told[], answering: string): string =>
  incident.state === 'open' && !isTaken(incident, alerts) ? answering : incident.ownerId

/**
 * Who may take an incident over: whoever may lead it and does not have it. While nobody has it yet, whoever
 * was told says so by answering, and that is one press.
 */
export const mayTake = (
  { personId, role }: Pick<Actor, 'personId' | 'role'>,
  incident: Held,
  alerts: readonly Told[],
): boolean =>
  incident.state !== 'closed' &&
  personId !== null &&
  followsIncidents(role) &&
  incident.ownerId !== personId &&
  (owedBy(alerts, personId) === undefined || isTaken(incident, alerts))

/** Which of the two presses somebody is offered: that they have it, and that they take it over. */
export const pressesOf = (
  actor: Pick<Actor, 'personId' | 'role'>,
  incident: Held,
  alerts: readonly Told[],
) => ({
  owesAnswer: owedBy(alerts, actor.personId) !== undefined,
  mayTake: mayTake(actor, incident, alerts),
})
