import type { Role } from '#access/roles.ts'
import { newId } from '#platform/ids.ts'
import { house } from '../../src/compose.ts'
import { actorOf, cast, type CastKey } from '../riverside/cast.ts'
import type { OwnIdsStory } from './own-ids-story.ts'

/** One member of the cast for each role. */
export const onePerRole = [
  ...new Map((Object.keys(cast) as CastKey[]).map((key) => [actorOf(key).role, key])).values(),
]

/** An id of the story by the name of a parameter; where the story has none, one that is nobody's. */
export const ownId = ({ own }: OwnIdsStory, name: string): string =>
  (own as Record<string, string | undefined>)[name] ?? newId()

/** An address with the ids of the story in it. */
export const pathOf = (story: OwnIdsStory, address: string): string =>
  address.replaceAll(/:(\w+)/g, (_, name: string) => ownId(story, name))

/** Every page for everybody whom it opens to. */
export const visitsTo = (story: OwnIdsStory) =>
  house.screens.flatMap(({ address, look }) => {
    const by = look.by as readonly Role[]
    const url = pathOf(story, address)
    return onePerRole.filter((key) => by.includes(actorOf(key).role)).map((key) => ({ key, url, address }))
  })
