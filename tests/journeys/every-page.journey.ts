import { expect } from 'vitest'
import { actorOf, cast, type CastKey } from '../riverside/cast.ts'
import { tellStories } from '../riverside/stories/tell.ts'
import { addresses, type Fault, type Known, plain, walkAll } from './steps/walk.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

/** One of each role. What a second assignment shows is walked in the journey of a crisis. */
const everyRole: readonly CastKey[] = [
  'joan',
  'daniel',
  'helen',
  'ines',
  'marcus',
  'lucia',
  'maya',
  'grace',
  'ruth',
  'samuel',
  'yolanda',
  'thomas',
  'leila',
  'ben',
  'noor',
  'tomas',
]

/** What people type to find somebody, and the page anybody may open. */
const typed = ['/search?q=so', '/search?q=nobody+of+this+name', '/concerns/new?name=so']
const open = ['', '/student', '/caregiver', '/received'].map((side) => `/ask/alder-creek${side}`)

/** Screens that no page of the stories leads to. The first is walked in journeys of its own. */
const ledToElsewhere = new Set([
  '/concerns/:concernId/triage',
  '/partners/:partnerId/onboarding',
  '/students/:studentId/triage',
  '/referrals/:referralId/asked',
])

async function walkAsEverybody({ enter, stranger, scripts }: Stage, known: Known): Promise<Fault[]> {
  const visitor = await stranger()
  const found = await walkAll(visitor, { who: 'Anybody', role: 'public', scripts, from: open }, known)
  for (const key of everyRole) {
    const { role } = actorOf(key)
    const as = { who: cast[key].name, role, scripts, from: [...plain, ...typed] }
    const page = await enter(key)
    found.push(...(await walkAll(page, as, known)))
    await page.context().close()
  }
  return found
}

journey(
  'Everybody opens every page of theirs: it answers, reads well with any device, and fits a small phone',
  async (stage) => {
    await tellStories(stage.db, { now: stage.clock.now(), onProgress: () => undefined })
    const known: Known = { opened: new Set(), shown: new Set(), read: new Set() }
    expect(await walkAsEverybody(stage, known)).toEqual([])
    const never = addresses.filter((address) => !known.opened.has(address))
    expect(never.filter((address) => !ledToElsewhere.has(address))).toEqual([])
  },
  900_000,
)
