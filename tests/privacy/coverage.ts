import { type Class, classes, classOf } from './columns.ts'
import { mayRead } from './expected.ts'
import type { Scene } from './scene.ts'
import type { Standing } from './standing.ts'
import type { Watch } from './watch.ts'
import { mayReadPlace, mayReadWords, shownToNobody } from './who-knows.ts'

/**
 * Roles that were shown nothing of a class, though somebody in that role may read a word of it. Places that
 * others read beside the class stand on pages of their own, which not everybody of the class comes to.
 */
export function hollowIn({ askers, about, standing, expecting }: Scene, watch: Watch): string[] {
  const words = [...about.values()]
  return (Object.keys(classes) as Class[]).flatMap((name) =>
    mayReadWords[name].flatMap((role) => {
      if (watch.shown(name).has(role)) return []
      const holders = askers.filter((asker) => asker.role === role)
      const isThere = words.some(
        (said) =>
          said.class === name &&
          !(said.place in mayReadPlace) &&
          holders.some((asker) => mayRead(said, standing.get(asker) as Standing, expecting)),
      )
      return isThere ? [`${role} was shown nothing of ${name}`] : []
    }),
  )
}

export const unseenIn = (watch: Watch): string[] =>
  [...classOf.keys()].filter(
    (place) =>
      !(place in shownToNobody) && ![...watch.fieldsSeen].some((seen) => seen.split(' ')[0] === place),
  )
