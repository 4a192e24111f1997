import type { App } from '#platform/http/app.ts'
import type { About } from './about.ts'
import { type Expecting, mayRead } from './expected.ts'
import { asks } from './asks.ts'
import type { Asker } from './open-house.ts'
import type { Standing } from './standing.ts'
import { unknownWord } from './world.ts'

export type Asking = {
  app: App
  askers: readonly Asker[]
  about: ReadonlyMap<string, About>
  standing: ReadonlyMap<Asker, Standing>
  expecting: Expecting
}

/** Where a name is typed to find somebody, and in which field. */
const where = ['/search?q=', '/concerns/new?name='] as const
const faces = ['text/html', 'application/json'] as const

/** What differs between two answers that say the same. */
const carried = /<input type="hidden"[^>]*>/g

/**
 * Asks for students somebody may not know, by name: the answer is the one for a name that nobody has,
 * letter by letter. @returns where it is not
 */
export async function searchesThatTell({
  app,
  askers,
  about,
  standing,
  expecting,
}: Asking): Promise<string[]> {
  const names = [...about].filter(([, { place }]) => place === 'student.family_name')
  const told: string[] = []
  const answer = async (asker: Asker, q: string, { url, accept }: { url: string; accept: string }) => {
    const reply = await asks(app, asker, { page: `${url}${encodeURIComponent(q)}`, accept })
    return `${reply.statusCode} ${reply.body.replaceAll(carried, '').replaceAll(new RegExp(q, 'gi'), '')}`
  }
  for (const asker of askers) {
    const who = standing.get(asker) as Standing
    const unseen = names.filter(([, said]) => !mayRead(said, who, expecting)).slice(0, 2)
    for (const [name] of unseen)
      for (const url of where)
        for (const accept of faces) {
          const known = await answer(asker, name, { url, accept })
          if (known !== (await answer(asker, unknownWord(), { url, accept })))
            told.push(`${asker.role} by ${asker.by}: ${url} tells a name they may not know`)
        }
  }
  return [...new Set(told)]
}
