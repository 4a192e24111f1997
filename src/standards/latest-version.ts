import type { Viewing } from '#access/look.ts'
import type { Kind } from './kinds.ts'
import { modelInForce, type PublishedModel } from './store.ts'
import { versionsOf } from './versions-store.ts'

/** The last version of a part, for whoever writes the next one: one that waits is what comes before it. */
export async function latestVersion<K extends Kind>(
  { tx, now }: Viewing,
  kind: K,
): Promise<PublishedModel[K]> {
  const [latest] = await versionsOf(tx, kind)
  const waiting = latest !== undefined && latest.inForceFrom > now
  return (await modelInForce(tx, waiting ? latest.inForceFrom : now))[kind]
}
