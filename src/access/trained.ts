import { Problem } from '#platform/problem.ts'
import { mustAcknowledge, type Unacknowledged } from './acknowledged.ts'
import type { Actor } from './actor.ts'
import type { Training } from './trainings.ts'

/** Whether somebody has no training for this that holds, where their district requires one [R308]. */
export const lacks = ({ untrained }: Pick<Actor, 'untrained'>, training: Training): boolean =>
  untrained?.includes(training) ?? false

type Declared = { shows: unknown; unacknowledged?: Unacknowledged }

/**
 * Whether what somebody wants to read waits for their training: every look that shows a student, but those
 * that stay open because they help now or are about themselves.
 */
const mustBeTrained = (actor: Actor, { shows, unacknowledged }: Declared): boolean =>
  shows !== 'no student' && unacknowledged === undefined && lacks(actor, 'records')

/**
 * Asks whether somebody acknowledged what they keep to, and is trained to read what a look shows.
 * @throws Problem acknowledgement_needed, training_needed
 */
export function mustBeReady(actor: Actor, look: Declared): void {
  if (mustAcknowledge(actor, look)) throw new Problem('acknowledgement_needed')
  if (mustBeTrained(actor, look)) throw new Problem('training_needed')
}
