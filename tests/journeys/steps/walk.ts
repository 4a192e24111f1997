import type { Page } from '@playwright/test'
import { kinds } from '#standards/kinds.ts'
import { house } from '../../../src/compose.ts'
import { brokenRules } from '../support/axe.ts'
import { fetchAs, opens } from './asks.ts'
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
/** A window somebody looks at pages in, and whether it runs scripts. */
export type Window = { page: Page; scripts: boolean }
/** Somebody who walks through the site at an address, and the windows they are signed in at. */
export type Walker = {
  who: string
  role: string
  address: string
  windows: readonly Window[]
  from: readonly string[]
}
/** A walker, and what goes along with what they ask for. */
type Walking = Walker & { known: Known; cookie: string }

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
    astray: [...document.querySelectorAll<HTMLLabelElement>('label[for]')]
      .filter((label) => {
        const form = label.control?.closest('form')
        return form !== label.closest('form')
      })
      .map(({ innerText }) => innerText),
  }))

async function show(page: Page, path: string): Promise<Seen> {
  const reply = await opens(page, path)
  if (reply === null) return { faults: ['no answer'], links: [] }
  const faults = answered(reply.status())
  if (faults.length > 0) return { faults, links: [] }
  const { tooWide, title, text, links, astray } = await lookAt(page)
  if (tooWide > 0) faults.push(`${tooWide} px too wide at 320 px`)
  if (title === '') faults.push('has no title')
  faults.push(...astray.map((label) => `the label ${label} leads to no field of its form`))
  const raw = nothingSaid.exec(text)
  if (raw !== null) faults.push(`says ${raw[0]}`)
  faults.push(...(await liesOver(page)))
  return { faults, links }
}

/** What differs between two answers that look the same: ids, and what a form carries along. */
const unseen = new RegExp(`<input type="hidden"[^>]*>|${anyId.source}`, 'g')
const titleAndMain = /<title>.*?<\/title>|<main[\s>].*<\/main>/gs

/** A page asked for without a window: what can be said of it so, where it leads, and how it will look. */
async function ask({ address, cookie }: Walking, path: string): Promise<Seen & Asked> {
  // Nothing is packed on the way: what is asked lies on the same machine.
  const headers = { cookie, accept: 'text/html', 'accept-language': 'en-US', 'accept-encoding': 'identity' }
  const reply = await fetchAs({ address, headers }, path)
  const html = await reply.text()
  const links = [...html.matchAll(/ href="([^"]*)"/g)].map(([, to = '']) => to.replaceAll('&amp;', '&'))
  const look = [...html.matchAll(titleAndMain)].join('').replaceAll(unseen, '')
  const isFile = reply.headers.get('content-disposition')?.startsWith('attachment') === true
  return { faults: answered(reply.status), links, look, isFile }
}
type Asked = { look: string; isFile: boolean }

/** What one page shows in a window, if nobody has seen one like it. Axe reads the first of each screen. */
async function showOnce({ page, scripts }: Window, step: Step & { look: string }, walking: Walking) {
  const { known, role } = walking
  const { path, at, look } = step
  const reading = variesByRole.has(at) ? `${at} ${role}` : at.startsWith('/standards/:kind') ? path : at
  // Without scripts, which change no look, one page of a screen stands for all.
  const shown = scripts ? `${at} ${look}` : `${reading} without scripts`
  if (known.shown.has(shown)) return { faults: [], links: [] }
  known.shown.add(shown)
  const seen = await show(page, path)
  if (scripts && !known.read.has(reading)) {
    known.read.add(reading)
    seen.faults.push(...(await brokenRules(page)))
  }
  return scripts ? seen : { ...seen, faults: seen.faults.map((fault) => `without scripts, ${fault}`) }
}

/** What is wrong with one page for one person, and where it leads. */
async function openOne(step: Step, walking: Walking): Promise<Seen> {
  const { path, at } = step
  const { faults, links, look, isFile } = await ask(walking, path)
  // A file is kept by the browser and shows nothing.
  if (faults.length > 0 || isFile || ![...addresses, ...doors].includes(at)) return { faults, links }
  for (const window of walking.windows) {
    const seen = await showOnce(window, { ...step, look }, walking)
    faults.push(...seen.faults)
    links.push(...seen.links)
  }
  return { faults, links }
}

/** Of the parts of the model each is a page of its own. */
const mostOf = ({ at, from }: Step) => {
  if (at.startsWith('/standards/:kind')) return kinds.length
  return opensMore.has(at) ? 4 : from === fromMenu ? 2 : 1
}

/** What their browser sends along: they are the same person in each of their windows. */
async function readied({ address, windows }: Walker): Promise<string> {
  for (const { page } of windows) await page.setViewportSize({ width: 320, height: 640 })
  const cookies = await windows[0]?.page.context().cookies(address)
  return (cookies ?? []).map(({ name, value }) => `${name}=${value}`).join('; ')
}

/** Walks what one person can reach: every page without parameters, and the first records each leads to. */
export async function walkAll(walker: Walker, known: Known): Promise<Fault[]> {
  const walking = { ...walker, known, cookie: await readied(walker) }
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
    const { faults, links } = await openOne({ path, at, from }, walking)
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
