import { parseArgs } from 'node:util'
import { compare, type Compared } from '#tests/oracle/compare.ts'
import { invent, whole } from '#tests/oracle/invent.ts'
import { mutants, withMutant } from '#tests/oracle/mutants.ts'
import { plant } from '#tests/oracle/plant.ts'
import { shapeOf } from '#tests/oracle/shape.ts'
import { compareStores, everyQuery } from '#tests/oracle/told/compare.ts'
import { compareFaces } from '#tests/oracle/told/faces.ts'
import { faceMutantsFound, storeMutantsFound } from '#tests/oracle/told/mutants.ts'
import { toldWorld } from '#tests/oracle/told/told.ts'
import { wrongReaches } from '#tests/oracle/wrong-reaches.ts'
import { databaseOn } from '#tests/support/own-database.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

/** So many decisions by the walls and the rule of reach, by the product's own queries, and by its pages. */
const wanted = { rule: 20_000_000, stores: 400_000, pages: 10_000 }

const say = (line: string) => console.log(line)
const count = (number: number) => number.toLocaleString('en-US')

/** Runs a part and says how long it took. */
async function timed<T extends Pick<Compared, 'people' | 'decisions'>>(
  path: string,
  work: () => Promise<T>,
): Promise<T> {
  const from = performance.now()
  const told = await work()
  const seconds = ((performance.now() - from) / 1000).toFixed(0)
  say(`${count(told.decisions)} decisions ${path} about ${told.people} people in ${seconds} s`)
  return told
}

/** @returns the defects that were not noticed */
const missed = (found: Readonly<Record<string, boolean>>): string[] =>
  Object.entries(found).flatMap(([says, noticed]) => {
    say(`${noticed ? 'noticed' : 'MISSED '}  ${says}`)
    return noticed ? [] : [`Not noticed: ${says}`]
  })

const tooFew = (path: string, { decisions }: { decisions: number }, least: number) =>
  decisions < least ? [`Only ${count(decisions)} decisions ${path}: ${count(least)} are wanted`] : []

/** Asks the walls and the rule of reach about everything in an invented world. @returns what is amiss */
async function byTheRule(server: TestServer, seed: number): Promise<string[]> {
  const { admin, db, close } = await databaseOn(server)
  try {
    const shape = await shapeOf(admin)
    const facts = invent(shape, { seed, extent: whole })
    await plant(admin, facts, shape)
    const asked = { db, admin, facts, tables: [...shape.keys()] }
    const path = `by the walls and the rule of reach, over ${shape.size} tables,`
    const told = await timed(path, () => compare(asked, { enough: 20 }))
    const found: Record<string, boolean> = {}
    const isTold = ({ disagreements }: Compared) => disagreements.length > 0
    for (const mutant of mutants)
      found[mutant.says] = isTold(await withMutant(admin, mutant, () => compare(asked, { enough: 1 })))
    for (const { says, ...wrong } of wrongReaches)
      found[says] = isTold(await compare({ ...asked, ...wrong }, { enough: 1 }))
    return [...told.disagreements, ...tooFew(path, told, wanted.rule), ...missed(found)]
  } finally {
    await close()
  }
}

/** Asks the product's own queries and pages in a world in which stories were told. @returns what is amiss */
async function byTheProduct(server: TestServer, seed: number): Promise<string[]> {
  const world = await toldWorld(server, { seed, people: 60 })
  try {
    const ofStores = `by ${everyQuery.length} queries of the stores`
    const stores = await timed(ofStores, () => compareStores({ ...world, enough: 20 }))
    const pages = await timed('by pages as a machine reads them', () =>
      compareFaces({ ...world, each: 8, enough: 20 }),
    )
    const hollow = everyQuery
      .filter(({ name }) => (stores.shown.get(name) ?? 0) === 0)
      .map(({ name }) => `Hollow: nobody was answered anything by ${name}`)
    return [
      ...stores.disagreements,
      ...pages.disagreements,
      ...hollow,
      ...tooFew(ofStores, stores, wanted.stores),
      ...tooFew('by pages', pages, wanted.pages),
      ...missed(await storeMutantsFound(world)),
      ...missed(await faceMutantsFound({ ...world, each: 100 })),
    ]
  } finally {
    await world.close()
  }
}

const { values } = parseArgs({ options: { seed: { type: 'string' } } })
const seed = Number(values.seed ?? Date.now() % 2 ** 31)
say(`Seed ${seed}`)
const { server, stop } = await startTestServer()
const amiss = await byTheProduct(server, seed)
  .then(async (first) => [...first, ...(await byTheRule(server, seed))])
  .finally(stop)
for (const line of amiss) say(line)
say(
  amiss.length === 0
    ? 'What is shown and what the oracle says agree, and every defect was noticed.'
    : `${amiss.length} amiss`,
)
process.exitCode = amiss.length === 0 ? 0 : 1
