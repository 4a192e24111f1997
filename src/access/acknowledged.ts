import type { Actor } from './actor.ts'

/**
 * Why an act or a look stays open to somebody who owes an acknowledgement: it helps somebody now, or it is
 * about themselves alone. Left out, it waits until they have given it.
 */
export type Unacknowledged = 'help' | 'own'

/**
 * Whether what somebody wants waits for their acknowledgement [R141]. Everything does that does not say why
 * it must not, settings too: what was forgotten then is closed, and one press opens it. A machine acts for
 * whoever holds its assignment, and their acknowledgement counts. Families and the public page owe none.
 */
export const mustAcknowledge = (
  { owesTerms }: Pick<Actor, 'owesTerms'>,
  { unacknowledged }: { unacknowledged?: Unacknowledged },
): boolean => owesTerms === true && unacknowledged === undefined
