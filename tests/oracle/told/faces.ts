import { tmpdir } from 'node:os'
import type { Actor } from '#access/actor.ts'
import type { Clock } from '#platform/clock.ts'
import { house } from '../../../src/compose.ts'
import { createServer, type House } from '../../../src/server.ts'
import { tableOf } from '../../promises/own-ids-trying.ts'
import { everybodyTold, type Somebody, type StoresCompared, type Told, unlimited } from './compare.ts'
import { isFound } from './judge.ts'

export type Faced = Told & {
  clock: Clock
  /** The house whose answers are compared; one with a defect where a spec plants it. */
  served?: House
  /** So many records of a table are asked for by each person. */
  each: number
  /** Addresses that are asked; every one of them when left out. */
  only?: readonly string[]
}

/** Pages about one record: each answers a machine with what it shows. */
function facesOf(of: House, only: readonly string[] | undefined) {
  return of.screens.flatMap(({ address, look, open }) => {
    const [param, ...more] = [...address.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
    const table = param === undefined ? undefined : tableOf('', param)
    if (open || table === undefined || more.length > 0) return []
    if (only !== undefined && !only.includes(address)) return []
    return [{ address, by: look.by, table, urlOf: (id: string) => address.replace(/:\w+/, id) }]
  })
}

/** The house as data for machines, and whoever is said to ask. */
async function openFaces({ db, clock, served = house }: Faced) {
  const acting = new Map<string, Actor>()
  const app = await createServer({
    house: served,
    door: {
      whoIs: async ({ headers }) => {
        const actor = acting.get(String(headers['x-who']))
        if (actor === undefined) return undefined
        const present = { actor, acting: actor.role, assignments: [], byCookie: true, csrf: 'token' }
        return { ...present, ownsForm: () => true, provenLately: true }
      },
      markOf: ({ ip }) => ip,
      plugin: async () => undefined,
    },
    db,
    clock,
    dataDir: tmpdir(),
    assets: { href: (name) => `/assets/${name}`, folder: '', files: new Set() },
    demo: true,
    secure: false,
    log: () => undefined,
  })
  return {
    close: () => app.close(),
    async statusOf(actor: Actor, url: string): Promise<number> {
      const who = `${acting.size}`
      acting.set(who, actor)
      const headers = { accept: 'application/json', host: 'riverside.example', 'x-who': who }
      return (await app.inject({ method: 'GET', url, headers })).statusCode
    },
  }
}

type Face = ReturnType<typeof facesOf>[number]
type Faces = Awaited<ReturnType<typeof openFaces>>
type Answered = { shown: boolean; wrong: string | undefined }

/**
 * One page as one person: it is answered where the oracle says so, and looks like one that is not there where
 * it does not. What a page refuses to anybody in that role, for another reason, it also refuses here.
 */
async function judgeFace(
  faces: Faces,
  { of, actor, rights, index }: Somebody,
  { face, id }: { face: Face; id: string },
): Promise<Answered> {
  const row = index.get(face.table)?.get(id)
  if (row === undefined) throw new Error(`${face.table} ${id} is not there`)
  const url = face.urlOf(id)
  const status = await faces.statusOf(actor, url)
  const shown = status === 200
  const may = isFound(rights, { of, row, opens: true })
  const known = rights.side === 'school' ? await faces.statusOf(unlimited(actor), url) : status
  const byReach = isFound(rights, { of, row, opens: false })
  // What breaking the glass opens is there to be read, and not where something is done.
  const isRight = !may
    ? status === 404 || (known !== 200 && !shown)
    : byReach
      ? status === known
      : status === 404 || status === known
  return {
    shown,
    wrong: isRight ? undefined : `${face.address} answers ${status} for ${id}, and ${known} without a limit`,
  }
}

/** Whose page it is stands in the address of a family: they ask for their own and for others alike. */
const idsFor = (
  { index }: Somebody,
  { table }: Face,
  { each, at }: { each: number; at: number },
): string[] => {
  const ids = [...(index.get(table)?.keys() ?? [])]
  const step = Math.max(1, Math.floor(ids.length / each))
  return ids.filter((_, place) => place % step === at % step).slice(0, each)
}

/** Asks every page about one record as everybody whose role it is for, and compares with the oracle. */
export async function compareFaces(faced: Faced): Promise<StoresCompared> {
  const { every = 1, enough = Infinity, each } = faced
  const faces = await openFaces(faced)
  const pages = facesOf(faced.served ?? house, faced.only)
  const compared = {
    people: 0,
    decisions: 0,
    shown: new Map<string, number>(),
    disagreements: [] as string[],
  }
  try {
    const people = (await everybodyTold(faced)).filter((_, at) => at % every === 0)
    for (const [at, who] of people.entries()) {
      compared.people += 1
      for (const face of pages.filter(({ by }) => by.includes(who.actor.role)))
        for (const id of idsFor(who, face, { each, at })) {
          if (compared.disagreements.length >= enough) return compared
          const { shown, wrong } = await judgeFace(faces, who, { face, id })
          compared.decisions += 1
          compared.shown.set(face.address, (compared.shown.get(face.address) ?? 0) + Number(shown))
          if (wrong !== undefined)
            compared.disagreements.push(`${who.actor.role} ${who.actor.name}: ${wrong}`)
        }
    }
    return compared
  } finally {
    await faces.close()
  }
}
