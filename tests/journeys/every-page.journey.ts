import type { Page } from '@playwright/test'
import { expect } from 'vitest'
import { house } from '../../src/compose.ts'
import { actorOf, cast, type CastKey } from '../riverside/cast.ts'
import { tellStories } from '../riverside/stories/tell.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'
import { checkAccessible } from './support/watch.ts'

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

const addresses = house.screens.map(({ address }) => address)
const plain = addresses.filter((address) => !address.includes(':'))
/** What people type to find somebody, and the page anybody may open. */
const typed = ['/search?q=so', '/concerns/new?name=so']
const open = ['', '/student', '/caregiver', '/received'].map((side) => `/ask/alder-creek${side}`)

/** Screens that no page of the stories leads to. The first two are walked in journeys of their own. */
const ledToElsewhere = new Set([
  '/roster/imports/:importId',
  '/concerns/:concernId/triage',
  '/partners/:partnerId/onboarding',
  '/students/:studentId/triage',
  '/referrals/:referralId/asked',
])

/** Pages that show each role something else: read anew by axe for each. */
const variesByRole = new Set(['/today', '/students/:studentId', '/referrals/:referralId'])
/** Pages of which more than the first is opened: what they lead to depends on how far the family has come. */
const opensMore = new Set([
  '/students/:studentId',
  '/referrals/:referralId',
  '/referrals/:referralId/handoff',
])

const patterns = addresses.map((address) => ({
  address,
  pattern: new RegExp(`^${address.replaceAll(/:\w+/g, '[^/]+')}$`),
}))

/** The screen a path belongs to: the plainest address that fits. */
const screenAt = (path: string): string | undefined => {
  const [bare = ''] = path.split(/[?#]/)
  if (plain.includes(bare)) return bare
  return patterns.find(({ pattern }) => pattern.test(bare))?.address
}

type Fault = { who: string; from: string; at: string; fault: string }
type Known = { checked: Set<string>; opened: Set<string> }

const notAllowed = 'leads to a page that this assignment may not open'

async function faultsOf(page: Page, path: string): Promise<string[]> {
  const reply = await page.goto(path)
  if (reply === null) return ['no answer']
  if (reply.status() === 403) return [notAllowed]
  if (reply.status() >= 400) return [`answered ${reply.status()}`]
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  return tooWide > 0 ? [`${tooWide} px too wide at 320 px`] : []
}

const linksOf = async (page: Page): Promise<string[]> => {
  const paths = await page
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  return paths
    .filter((path) => path !== null)
    .filter((path) => path.startsWith('/') && screenAt(path) !== undefined)
}

/** What is wrong with one page for one person, whether it is one of theirs, and where it leads. */
async function openOne(
  page: Page,
  { path, reading }: { path: string; reading: string },
  { checked }: Known,
  scripts: boolean,
) {
  const faults = await faultsOf(page, path)
  if (faults.includes(notAllowed)) return { faults, links: [] }
  if (scripts && !checked.has(reading)) {
    checked.add(reading)
    await checkAccessible(page).catch((error: Error) => faults.push(error.message))
  }
  return { faults, links: await linksOf(page) }
}

/** Walks what one person can reach: every page without parameters, and the first records of each kind it leads to. */
async function walkAll(
  page: Page,
  { who, role, scripts, from }: { who: string; role: string; scripts: boolean; from: string[] },
  known: Known,
) {
  await page.setViewportSize({ width: 320, height: 640 })
  const waiting = from.map((path) => ({ path, from: 'the menu' }))
  const done = new Set<string>()
  const times = new Map<string, number>()
  const found: Fault[] = []
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const at = screenAt(next.path) ?? next.path
    const been = times.get(at) ?? 0
    const asked = next.path.split('#')[0] ?? ''
    if (done.has(asked) || been >= (opensMore.has(at) ? 4 : next.from === 'the menu' ? 2 : 1)) continue
    done.add(asked)
    times.set(at, been + 1)
    const reading = variesByRole.has(at) ? `${at} ${role}` : at
    const { faults, links } = await openOne(page, { path: next.path, reading }, known, scripts)
    if (faults.includes(notAllowed) && next.from === 'the menu') continue
    if (faults.length === 0) known.opened.add(at)
    waiting.push(...links.map((path) => ({ path, from: at })))
    found.push(...faults.map((fault) => ({ who, from: next.from, at, fault })))
  }
  return found
}

async function walkAsEverybody({ enter, stranger, scripts }: Stage, known: Known): Promise<Fault[]> {
  const visitor = await stranger()
  const found = await walkAll(visitor, { who: 'Anybody', role: 'public', scripts, from: open }, known)
  for (const key of everyRole) {
    const { role } = actorOf(key)
    const as = { who: cast[key].name, role, scripts, from: [...plain, ...typed] }
    found.push(...(await walkAll(await enter(key), as, known)))
  }
  return found
}

journey(
  'Everybody opens every page of theirs: it answers, reads well with any device, and fits a small phone',
  async (stage) => {
    await tellStories(stage.db, { now: stage.clock.now(), onProgress: () => undefined })
    const known: Known = { checked: new Set(), opened: new Set() }
    expect(await walkAsEverybody(stage, known)).toEqual([])
    const never = addresses.filter((address) => !known.opened.has(address))
    expect(never.filter((address) => !ledToElsewhere.has(address))).toEqual([])
  },
  900_000,
)
