import { afterAll, beforeAll, expect, test } from 'vitest'
import { menuOf } from '#access/shell.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { tuesday } from '#tests/support/world.ts'
import { house } from '../../../src/compose.ts'
import { cast, type CastKey, type Member } from '../cast.ts'
import { tellStories } from './tell.ts'

/** Lists of the menu that have nothing in them for anybody of the cast, and why that is true of Riverside. */
const nothingToShow: Record<string, string> = {
  '/concerns/new found': 'Nobody has typed a name',
  '/crisis/contacts missing': 'Each kind of help has a number',
  '/crisis/figures apart': 'Nothing was opened by mistake',
  '/crisis/figures bySchool':
    'Two incidents are too few for who reads counts alone; others come by another page',
  '/crisis/figures list': 'In the menu of those who read counts alone',
  '/crisis/figures medians rows': 'Two incidents are too few for a figure',
  '/escalations/figures causes': 'In the menu of those who read counts alone, and too few',
  '/exclusions figures kinds': 'No student on the way to an agency was kept out of class',
  '/family-experience schools': 'Fewer than ten families of a school have said how the handoff was',
  '/left-work left': 'Nobody has left',
  '/lost before': 'The house has looked for what is lost once',
  '/lost findings': 'Nobody is lost in Riverside',
  '/people lost': 'Nobody lost a second step',
  '/privacy/unusual unusual': 'Everybody read for a task of theirs',
  '/records/retention removals': 'Nothing is old enough that somebody proposed to remove it',
  '/referrals ended': 'Asked for by a filter',
}
/** What stands in what a page shows and is no list of it: what a name that was typed may mean, days off. */
const noList = /(?: meant| calendar \w+)$/

let world: World
beforeAll(async () => {
  world = await riverside()
  await tellStories(world.db, { now: new Date(tuesday), onProgress: () => undefined })
}, 120_000)
afterAll(() => world.close())

/** The longest that each list of a page was for anybody, by the page and the list's name. */
type Longest = Map<string, number>

/** Each list in what a page shows, at the top of it or one step below: where it stands, and its length. */
function listsIn(shown: unknown, at: string, below = 2): [at: string, length: number][] {
  if (Array.isArray(shown)) return [[at, shown.length]]
  if (below === 0 || typeof shown !== 'object' || shown === null) return []
  return Object.entries(shown).flatMap(([name, value]) => listsIn(value, `${at} ${name}`, below - 1))
}

function noteLists(longest: Longest, page: string, shown: unknown): void {
  for (const [at, length] of listsIn(shown, page)) longest.set(at, Math.max(longest.get(at) ?? 0, length))
}

async function walkMenu(key: CastKey, position: number, longest: Longest): Promise<void> {
  const doer = world.being(key, position)
  const pages = (await menuOf(house.screens, doer, '/')).flatMap(({ items }) => items)
  for (const { href } of pages) {
    const screen = house.screens.find(({ address }) => address === href)
    noteLists(longest, href, await screen?.look.see(doer, {}))
  }
}

const emptyIn = (longest: Longest) =>
  [...longest].filter(([at, length]) => length === 0 && !noList.test(at)).map(([at]) => at)

test('every list of a menu has a row for somebody of the cast, but for those that are named', async () => {
  const longest: Longest = new Map()
  for (const [key, { assignments }] of Object.entries(cast) as [CastKey, Member][])
    for (const position of assignments.keys()) await walkMenu(key, position, longest)
  expect(longest.size).toBeGreaterThan(60)
  expect(emptyIn(longest).toSorted()).toEqual(Object.keys(nothingToShow).toSorted())
}, 60_000)

test('a list that is empty for one is found, unless somebody else has a row in it', () => {
  const longest: Longest = new Map()
  noteLists(longest, '/planted', { rows: [], parts: { late: [], ahead: ['one'] } })
  expect(emptyIn(longest)).toEqual(['/planted rows', '/planted parts late'])
  noteLists(longest, '/planted', { rows: ['one'], parts: { late: [], ahead: [] } })
  expect(emptyIn(longest)).toEqual(['/planted parts late'])
})
