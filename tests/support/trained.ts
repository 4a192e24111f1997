import type { Training } from '#access/trainings.ts'
import { publishRequirement } from '#training/publish-requirement.ts'
import { recordCompletion } from '#training/record-completion.ts'
import { sampleLines } from '#training/shipped.ts'
import { cast, type CastKey } from '../riverside/cast.ts'
import { atTheDoor } from './at-the-door.ts'
import type { World } from './riverside.ts'

type Told = Pick<World, 'being' | 'as' | 'admin' | 'clock'> & {
  must<T>(outcome: { done: true; result: T } | { done: false; because: readonly string[] }): T
}

/** The district requires a training from now on, in the words that ship. */
export const required = async (
  { being, must, clock }: Told,
  topic: Training,
  { version = 0, isRequired = 'yes', months = 12 } = {},
) =>
  must(
    await publishRequirement.perform(being('yolanda'), {
      topic,
      version,
      lines: sampleLines[topic].join('\n'),
      validMonths: months,
      required: isRequired,
      inForceOn: clock.now().toISOString().slice(0, 10),
    }),
  )

/** Somebody of the cast was trained on a day. */
export const trainedOn = async (
  { being, must }: Told,
  key: CastKey,
  { topic, on }: { topic: Training; on: string },
) =>
  must(
    await recordCompletion.perform(being(key === 'ruth' ? 'yolanda' : 'ruth'), {
      topic,
      personIds: [cast[key].id],
      trainedOn: on,
    }),
  )

/** Somebody as they come through the door: with what they are trained for, as the database says. */
export const comes = async (told: Told, key: CastKey, position = 0) =>
  told.as(await atTheDoor(told, key, position))
