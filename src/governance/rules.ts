import { createHash } from 'node:crypto'
import { type Step, steps } from '#crisis/contract.ts'
import type { Marks, SampledCase } from './sample.ts'

/**
 * The cases a seed draws from a frame: as many as are asked for, or all where there are fewer. The order is
 * that of a hash over the seed and each id, so that anybody who has both draws the same [R109].
 */
export function drawFrom(
  frame: readonly string[],
  { seed, asked }: { seed: string; asked: number },
): string[] {
  const hashed = frame.map((id) => ({ id, by: createHash('sha256').update(`${seed}:${id}`).digest('hex') }))
  return hashed
    .toSorted((one, other) => (one.by < other.by ? -1 : 1))
    .slice(0, asked)
    .map(({ id }) => id)
}

type Drawing = {
  readonly fromOn: string
  readonly untilOn: string
  readonly today: string
  readonly asked: number
  readonly framed: number
}
const drawing = {
  period_backwards: ({ fromOn, untilOn }) => untilOn < fromOn,
  period_ahead: ({ untilOn, today }) => untilOn > today,
  nothing_asked: ({ asked }) => asked === 0,
  nothing_to_draw: ({ asked, framed }) => asked > 0 && framed === 0,
} satisfies Record<string, (given: Drawing) => boolean>
export type ObstacleToDrawing = keyof typeof drawing

/** Every reason a sample cannot be drawn so. What comes after it was drawn is of the next sample. */
export const obstaclesToDrawing = (given: Drawing): ObstacleToDrawing[] =>
  (Object.keys(drawing) as ObstacleToDrawing[]).filter((name) => drawing[name](given))

/** The steps a reviewer found otherwise than the record says. */
export const changed = (recorded: Marks, marks: Marks): Step[] =>
  steps.filter((step) => recorded[step] !== marks[step])

type Reviewing = {
  readonly by: string | null
  readonly differs: boolean
  readonly reason: string | undefined
}
const reviewing = {
  reviewed_already: ({ reviewedAt }) => reviewedAt !== null,
  took_part: ({ tookPart }, { by }) => by === null || tookPart.includes(by),
  reason_missing: (_, { differs, reason }) => differs && reason === undefined,
} satisfies Record<
  string,
  (sampled: Pick<SampledCase, 'reviewedAt' | 'tookPart'>, given: Reviewing) => boolean
>
export type ObstacleToReviewing = keyof typeof reviewing

/** Every reason a case cannot be reviewed so: once, by somebody else, and what differs has a reason. */
export const obstaclesToReviewing = (
  sampled: Pick<SampledCase, 'reviewedAt' | 'tookPart'>,
  given: Reviewing,
): ObstacleToReviewing[] =>
  (Object.keys(reviewing) as ObstacleToReviewing[]).filter((name) => reviewing[name](sampled, given))

/** Who reviews a case: of those who took no part the one with the fewest so far, in the order they came. */
export function reviewerFor(
  people: readonly { id: string }[],
  { tookPart, given }: { tookPart: readonly string[]; given: ReadonlyMap<string, number> },
): string | null {
  const able = people.filter(({ id }) => !tookPart.includes(id))
  const loaded = able.map(({ id }) => ({ id, has: given.get(id) ?? 0 }))
  return loaded.toSorted((one, other) => one.has - other.has)[0]?.id ?? null
}
