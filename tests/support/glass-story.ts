import type { Doer } from '#access/doer.ts'
import { breakGlass } from '#people/break-glass.ts'
import { Problem } from '#platform/problem.ts'
import { type CastKey } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { agencyStory } from './agency-story.ts'
import { atTheDoor } from './at-the-door.ts'

const { sofia } = families

/** What Priya writes: she counsels at the high school, and Sofia goes to another school. */
export const given = {
  number: sofia.localId,
  bornOn: sofia.born,
  reason: 'here_now',
  words: 'She is in my office and says that she had a first visit.',
}

/** Riverside with a referral of Sofia that an agency accepted, and people as they are when they come. */
export async function glassStory() {
  const story = await agencyStory()
  const { referralId } = await story.accepted('sofia')
  const atDoor = async (key: CastKey): Promise<Doer> => story.as(await atTheDoor(story, key))
  return {
    ...story,
    referralId,
    atDoor,
    priya: () => atDoor('priya'),
    after: (minutes: number) => story.clock.set(new Date(story.clock.now().getTime() + minutes * 60_000)),
    /** Priya opens Sofia. */
    open: async () => story.must(await breakGlass.perform(await atDoor('priya'), given)),
    /** What came of it: seen, or the code of the problem. */
    codeOf: (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'seen',
        (error: unknown) => (error instanceof Problem ? error.code : String(error)),
      ),
  }
}
export type GlassStory = Awaited<ReturnType<typeof glassStory>>
