import type { Viewing } from '#access/look.ts'
import type { Kind } from './kinds.ts'
import { getStandard, type PublishedModel } from './store.ts'
import { versionsOf } from './versions-store.ts'

/** The last version of a part, for whoever writes the next one: one that waits is what comes before it. */
export async function latestVersion<K extends Kind>({ tx }: Viewing, kind: K): Promise<PublishedModel[K]> {
  const [latest] = await versionsOf(tx, kind)
  if (latest === undefined) throw new Error(`There is no version of ${kind}`)
  return (await getStandard(tx, latest.id)) as PublishedModel[K]
}
