/** Why somebody's second step is out of their reach, as whoever asked said. */
export const lossReasons = ['device_lost', 'device_broken', 'device_changed'] as const
export type LossReason = (typeof lossReasons)[number]

/** For so many days what one person asked waits for another; then it is asked anew. */
export const askedFor = 3

const day = 86_400_000

/** That it was asked to remove somebody's second step, and who asked. */
export type AskedRemoval = { id: string; askedBy: string; askedAt: Date }

/** Whether it still waits for a second person. */
export const stillWaits = ({ askedAt }: Pick<AskedRemoval, 'askedAt'>, now: Date): boolean =>
  now.getTime() - askedAt.getTime() < askedFor * day

type Person = { id: string; loginId: string | null; endedAt: Date | null }
type Actor = { personId: string | null }
type Asking = { person: Person; waiting: AskedRemoval | undefined }

const asking = {
  left_already: ({ person }) => person.endedAt !== null,
  own_second_step: ({ person }, actor) => person.id === actor.personId,
  never_signed_in: ({ person }) => person.loginId === null,
  asked_already: ({ waiting }) => waiting !== undefined,
} satisfies Record<string, (given: Asking, actor: Actor) => boolean>
export type ObstacleToAsking = keyof typeof asking

/** Every reason it is not asked to remove somebody's second step. Nobody asks for their own. */
export const obstaclesToAsking = (given: Asking, actor: Actor): ObstacleToAsking[] =>
  (Object.keys(asking) as ObstacleToAsking[]).filter((name) => asking[name](given, actor))

const confirming = {
  left_already: ({ person }) => person.endedAt !== null,
  own_second_step: ({ person }, actor) => person.id === actor.personId,
  not_asked: ({ waiting }) => waiting === undefined,
  asked_by_you: ({ waiting }, actor) => waiting?.askedBy === actor.personId,
} satisfies Record<string, (given: Asking, actor: Actor) => boolean>

/** The last is known once it is done: what else the sign-in opens. */
export type ObstacleToConfirming = keyof typeof confirming | 'elsewhere'

/** Every reason it is not confirmed: two people say so, and neither of them for themselves. */
export const obstaclesToConfirming = (given: Asking, actor: Actor) =>
  (Object.keys(confirming) as (keyof typeof confirming)[]).filter((name) => confirming[name](given, actor))
