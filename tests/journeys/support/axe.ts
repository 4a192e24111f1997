import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type Axe from 'axe-core'
import type { FastifyInstance } from 'fastify'

/** Where a site that is asked about hands axe out. */
export const axeAddress = '/axe-for-journeys.js'
const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * Lets a site hand axe out. A browser keeps what it fetched ready to run: that is ten times as fast as typing
 * it into every page.
 */
export const serveAxe = (app: FastifyInstance) =>
  app.get(axeAddress, { config: { who: ['anyone'], behind: 'the journeys' } }, (_request, reply) =>
    reply.type('text/javascript').header('cache-control', 'max-age=86400, immutable').send(script),
  )

/** Every look whose colours were measured in this run and found good enough: by day, and in the dark. */
const measured = { light: new Set<string>(), dark: new Set<string>() }
type Scheme = keyof typeof measured

/**
 * How the texts of a page look. One looks like another when it has the same colour, size and weight, on the
 * same ground, and by day also stands in the same chain of elements and classes. Runs in the page.
 */
function readLooks(scheme: Scheme): Map<string, Element> {
  /** Asks about each element once: many texts stand in the same few. */
  const once = (ask: (element: Element) => string) => {
    const said = new Map<Element, string>()
    return (element: Element): string => {
      const answer = said.get(element) ?? ask(element)
      said.set(element, answer)
      return answer
    }
  }
  const chainOf = once(({ parentElement: parent, localName, classList }) => {
    return `${parent === null ? '' : chainOf(parent)}>${localName}.${classList.value}`
  })
  const groundOf = once((element) => {
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element)
    const clear = backgroundColor === 'rgba(0, 0, 0, 0)' && backgroundImage === 'none' && opacity === '1'
    if (!clear) return `${backgroundColor} ${backgroundImage} ${opacity}`
    return element.parentElement === null ? 'page' : groundOf(element.parentElement)
  })
  const lookOf = once((element) => {
    const { color, fontSize, fontWeight } = getComputedStyle(element)
    const chain = scheme === 'light' ? chainOf(element) : ''
    return [chain, color, fontSize, fontWeight, groundOf(element)].join(' ')
  })
  const looks = new Map<string, Element>()
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const element = text.parentElement
    if (element !== null && text.textContent?.trim() !== '') looks.set(lookOf(element), element)
  }
  return looks
}

type Asked = { rules: string[]; looks?: Map<string, Element>; fresh?: string[] }

/** Rules about the whole page, or about the elements of each look that is named. Runs in the page. */
async function askAxe({ rules, looks, fresh }: Asked): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: typeof Axe }
  const only = { resultTypes: ['violations' as const], preload: false, runOnly: rules }
  const include = fresh?.map((look) => looks?.get(look)).filter((element) => element !== undefined)
  const { violations } =
    include === undefined
      ? await axe.run(document, { ...only, rules: { 'color-contrast': { enabled: false } } })
      : await axe.run({ include }, only)
  return violations.map(
    ({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
}

/** The colours of each look that was not measured before, as the page stands in this scheme. */
async function brokenColours(page: Page, scheme: Scheme): Promise<string[]> {
  const looks = await page.evaluateHandle(readLooks, scheme)
  const all = await looks.evaluate((each) => [...each.keys()])
  const fresh = all.filter((look) => !measured[scheme].has(look))
  const asked = { rules: ['color-contrast'], looks, fresh }
  const broken = fresh.length === 0 ? [] : await page.evaluate(askAxe, asked)
  await looks.dispose()
  if (broken.length === 0) for (const look of fresh) measured[scheme].add(look)
  return broken
}

async function brokenInTheDark(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  const broken = await brokenColours(page, 'dark')
  await page.emulateMedia({ colorScheme: null })
  return broken.map((rule) => `${rule}, in the dark`)
}

/**
 * Asks axe about a page as it stands. Measuring colours is three quarters of the work, so that each look is
 * measured once in a run; everything else is asked of every page. In the dark only colours differ, and two
 * texts of the same colours on the same ground read equally well wherever they stand.
 * @param page of a site that serves axe
 * @returns every rule that is broken and where
 */
export async function brokenRules(page: Page): Promise<string[]> {
  await page.evaluate(`import('${axeAddress}').then(() => undefined)`)
  const broken = await page.evaluate(askAxe, { rules: tags })
  return [...broken, ...(await brokenColours(page, 'light')), ...(await brokenInTheDark(page))]
}
