import { riversideId } from '../riverside/places.ts'
import { type About, abouts } from './about.ts'
import { everyAddress, type PageAddress } from './addresses.ts'
import { Crawl } from './crawl.ts'
import type { Expecting } from './expected.ts'
import { type Asker, everybody, type OpenHouse } from './open-house.ts'
import { type Standing, standings } from './standing.ts'
import { Watch } from './watch.ts'
import type { World } from './world.ts'

/** How much is gone through: everything, or a part that a test run has time for. */
export type Extent = { name: 'whole' | 'part'; ids: number; queries: number; forms: number }
export const whole: Extent = { name: 'whole', ids: Infinity, queries: 40, forms: 3 }
export const part: Extent = { name: 'part', ids: 1, queries: 1, forms: 1 }

export type Scene = {
  world: World
  extent: Extent
  open: OpenHouse
  askers: Asker[]
  pages: readonly PageAddress[]
  about: Map<string, About>
  standing: Map<Asker, Standing>
  expecting: Expecting
}

/** In a part of it those are left out who read what another there reads. */
const alike = new Set<Asker['role']>(['psychologist', 'social_worker', 'care_coordinator', 'crisis_lead'])

/** Whoever asks in a run: everybody, or in a part of it one of each role and everybody of a family. */
function chosen(askers: readonly Asker[], { name }: Extent): Asker[] {
  if (name === 'whole') return [...askers]
  const seen = new Set<string>()
  return askers.filter(({ role, by }) => {
    if (role === 'caregiver' && by === 'browser') return true
    const isNew = !seen.has(role) && !alike.has(role) && by !== 'machine'
    seen.add(role)
    return isNew || (by === 'machine' && role === 'privacy_officer')
  })
}

export async function sceneOf(world: World, open: OpenHouse, extent: Extent): Promise<Scene> {
  const { admin } = world.database
  const askers = chosen(await everybody(world, open), extent)
  const pages = await everyAddress(admin)
  const { rows } = await admin.query<{ id: string }>(
    `select student_id as id from crisis_incident where student_id is not null and state <> 'closed'`,
  )
  return {
    world,
    extent,
    open,
    askers,
    pages,
    about: await abouts(world),
    standing: await standings(world, riversideId, askers),
    expecting: { districtId: riversideId, inCrisis: new Set(rows.map(({ id }) => id)) },
  }
}

export const watchOf = ({ world, about, standing, expecting }: Scene) =>
  new Watch({ planted: world.planted, about, standing, expecting })

/** A name of each kind: one that some may know, to be typed where pages ask for words. */
const typedWords = ({ world: { planted } }: Scene): string[] =>
  [...planted]
    .filter(([, { place }]) => place === 'student.family_name')
    .slice(0, 2)
    .map(([word]) => word)

/** Everybody asks for everything; in a part of it, for a few of what opens to their role. */
const pagesFor = ({ pages, extent }: Scene, { role }: Asker) =>
  pages
    .filter(({ by }) => extent.name === 'whole' || by === undefined || by.includes(role))
    .map(({ urls }) => ({ urls: urls.slice(0, extent.ids) }))

export async function goThrough(
  scene: Scene,
  watch: Watch,
  each: (asker: Asker, watch: Watch) => void,
): Promise<void> {
  const { open, askers, extent } = scene
  const words = typedWords(scene)
  for (const asker of askers) {
    const onReply = watch.take.bind(watch)
    const pages = pagesFor(scene, asker)
    await new Crawl({ app: open.app, asker, pages, words, extent, onReply }).run()
    each(asker, watch)
  }
}
