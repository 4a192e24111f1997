import type { Page } from '@playwright/test'
import { house } from '../../../src/compose.ts'
import { brokenRules } from '../support/axe.ts'
import { liesOver } from './lies-over.ts'

export const addresses = house.screens.map(({ address }) => address)
/** Pages of the house that are no screens of it, and are seen by everybody. */
const doors = ['/sign-in']
export const plain = addresses.filter((address) => !address.includes(':'))
const patterns = addresses.map((address) => ({
  address,
  pattern: new RegExp(`^${address.replaceAll(/:\w+/g, '[^/]+')}$`),
}))

/** Pages that show each role something else: read anew by axe for each. */
const variesByRole = new Set(['/today', '/students/:studentId', '/referrals/:referralId'])
/** Pages of which more than the first is opened: what they lead to depends on how far the family has come. */
const opensMore = new Set([
  '/students/:studentId',
  '/referrals/:referralId',
  '/referrals/:referralId/handoff',
  '/standards/:kind',
])

const anyId = /[0-9a-f]{8}-[0-9a-f-]{27}/g

/** The screen a path belongs to: the plainest address that fits. Of what is no screen, the path itself. */
const addressOf = (path: string): string => {
  const [bare = ''] = path.split(/[?#]/)
  if (plain.includes(bare)) return bare
  return patterns.find(({ pattern }) => pattern.test(bare))?.address ?? bare.replaceAll(anyId, ':id')
}

export type Fault = { who: string; from: string; at: string; fault: string }
/** What everybody has seen so far: the screens that opened, what was shown in a window, and what axe read. */
export type Known = { opened: Set<string>; shown: Set<string>; read: Set<string> }
/** Somebody who walks, and where they begin. */
export type Walker = { who: string; role: string; scripts: boolean; from: readonly string[] }

type Seen = { faults: string[]; links: string[] }
type Step = { path: string; at: string; from: string }

const fromMenu = 'the menu'
const notAllowed = 'leads to a page that this assignment may not open'
const nothingSaid = /\b(?:undefined|null|NaN|Invalid Date)\b|\[object |[0-9a-f]{8}-[0-9a-f]{4}-/

const answered = (status: number): string[] =>
  status === 403 ? [notAllowed] : status >= 400 ? [`answered ${status}`] : []

/** What one page shows in a window as narrow as a small phone. */
const lookAt = (page: Page) =>
  page.evaluate(() => ({
    tooWide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    title: document.title,
    text: document.body.innerText,
    links: [...document.links].map((link) => link.getAttribute('href') ?? ''),
  }))

async function show(page: Page, path: string): Promise<Seen> {
  const reply = await page.goto(path)
  if (reply === null) return { faults: ['no answer'], links: [] }
  const faults = answered(reply.status())
  if (faults.length > 0) return { faults, links: [] }
  const { tooWide, title, text, links } = await lookAt(page)
  if (tooWide > 0) faults.push(`${tooWide} px too wide at 320 px`)
  if (title === '') faults.push('has no title')
  const raw = nothingSaid.exec(text)
  if (raw !== null) faults.push(`says ${raw[0]}`)
  faults.push(...(await liesOver(page)))
  return { faults, links }
}

/** What differs between two answers that look the same: ids, and what a form carries along. */
const unseen = new RegExp(`<input type="hidden"[^>]*>|${anyId.source}`, 'g')
const titleAndMain = /<title>.*?<\/title>|<main[\s>].*<\/main>/gs

/** A page asked for without a window: what can be said of it so, where it leads, and how it will look. */
async function ask(page: Page, path: string): Promise<Seen & { look: string; isFile: boolean }> {
  const reply = await page.request.get(path)
  const html = await reply.text()
  const links = [...html.matchAll(/ href="([^"]*)"/g)].map(([, to = '']) => to.replaceAll('&amp;', '&'))
  const look = [...html.matchAll(titleAndMain)].join('').replaceAll(unseen, '')
  const isFile = reply.headers()['content-disposition']?.startsWith('attachment') === true
  return { faults: answered(reply.status()), links, look, isFile }
}

/**
 * What is wrong with one page for one person, and where it leads. It is shown in a window when nobody has
 * seen one of the same look; without scripts, which change no look, when nobody has seen one of its screen.
 */
async function openOne(page: Page, { path, at }: Step, { role, scripts, known }: Walker & { known: Known }) {
  const asked = await ask(page, path)
  // A file is kept by the browser and shows nothing.
  if (asked.faults.length > 0 || asked.isFile || ![...addresses, ...doors].includes(at)) return asked
  const reading = variesByRole.has(at) ? `${at} ${role}` : at
  const look = scripts ? `${at} ${asked.look}` : reading
  if (known.shown.has(look)) return asked
  known.shown.add(look)
  const seen = await show(page, path)
  if (scripts && !known.read.has(reading)) {
    known.read.add(reading)
    seen.faults.push(...(await brokenRules(page)))
  }
  return seen
}

const mostOf = ({ at, from }: Step) => (opensMore.has(at) ? 4 : from === fromMenu ? 2 : 1)

/** Walks what one person can reach: every page without parameters, and the first records each leads to. */
export async function walkAll(page: Page, walker: Walker, known: Known): Promise<Fault[]> {
  await page.setViewportSize({ width: 320, height: 640 })
  const waiting = walker.from.map((path): Step => ({ path, at: addressOf(path), from: fromMenu }))
  const done = new Set<string>()
  /** What was asked for without a link to it and is not for this assignment: a link to it is a fault. */
  const closed = new Set<string>()
  const times = new Map<string, number>()
  const found: Fault[] = []
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { at, from } = next
    const path = next.path.split('#')[0] ?? ''
    if (closed.delete(path)) found.push({ who: walker.who, from, at, fault: notAllowed })
    const been = times.get(at) ?? 0
    if (done.has(path) || been >= mostOf(next)) continue
    done.add(path)
    times.set(at, been + 1)
    const { faults, links } = await openOne(page, { path, at, from }, { ...walker, known })
    if (faults.includes(notAllowed) && from === fromMenu) {
      closed.add(path)
      continue
    }
    if (faults.length === 0) known.opened.add(at)
    for (const link of links) {
      if (link.startsWith('/')) waiting.push({ path: link, at: addressOf(link), from: at })
    }
    found.push(...faults.map((fault) => ({ who: walker.who, from, at, fault })))
  }
  return found
}
