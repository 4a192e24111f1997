// What of a press is kept on a device: ids, codes, days and times, once each.
import {
  begins,
  incidentOf,
  incidents,
  type Kept,
  meantHere,
  readBegun,
  readPresses,
  worker,
  write,
} from './device.ts'
import { cachedPage, isListed, readerIn } from './page.ts'

/** The same press again so soon is the same. */
const twice = 5000

/** What a press may hold: ids, codes, days and times. What somebody typed is never kept. */
const fields = new Set([
  ...'action role self response callId result schoolId studentId onPremises knownBy'.split(' '),
  ...'told mode topic exception disposition items itemsAsked atTime onDay startedTime'.split(' '),
])
const isCode = (value: string) => /^[0-9a-z_:-]{1,40}$/.test(value)
/** What a form of the house says beside that, to itself. */
const ofForm = /^(?:_.*|seen|part)$/
const steps = new Set(
  'safety roles responses responses/results acknowledgement caregiver handover'.split(' '),
)
/**
 * Whether a press is one that is kept: the beginning of an incident, or a step that needs no word. What says
 * the words of an earlier press would say nothing without them.
 */
export function isKept(pathname: string, form: FormData): boolean {
  if (form.has('completes')) return false
  const [id = '', ...step] = pathname.slice(incidents.length + 1).split('/')
  return pathname === incidents || (/^(?:~|[0-9a-f-]{36})$/.test(id) && steps.has(step.join('/')))
}
/** Whether nothing of a form would be lost: it says nothing but what is kept. */
export async function isAllKept(form: FormData): Promise<boolean> {
  const html = (await (await cachedPage())?.text()) ?? ''
  return [...form].every(([name, value]) => {
    if (value === '' || ofForm.test(name)) return true
    if (typeof value !== 'string') return false
    return name === 'school' ? isListed(value, html) : fields.has(name) && isCode(value)
  })
}

/** The incident a step is of that names none: it is begun where it was not. */
async function begunHere(reader: string): Promise<string> {
  const before = await meantHere(reader)
  if (before !== undefined) return before.key
  const key = crypto.randomUUID()
  await write({ key, at: new Date().toISOString(), path: incidents, given: {}, reader })
  return key
}

const lately = new Map<string, number>()
/** Whether the same was pressed just before: a hand that pressed twice. */
function isSecondPress(path: string, given: object): boolean {
  const sign = JSON.stringify([path, given])
  const since = Date.now() - (lately.get(sign) ?? 0)
  if (since >= twice) lately.set(sign, Date.now())
  return since < twice
}

/** The codes of a form: of what may be chosen several times, each. */
function keptOf(form: FormData): Kept['given'] {
  const given: Kept['given'] = {}
  for (const name of fields) {
    const codes = form.getAll(name).filter((value) => typeof value === 'string' && isCode(value)) as string[]
    if (codes.length > 0) given[name] = codes.length > 1 ? codes : (codes[0] as string)
  }
  return given
}

/** @returns the incident it belongs to, or nothing where it has to be said first at which school it begins */
async function keep(form: FormData, pathname: string): Promise<string | undefined> {
  const given = keptOf(form)
  const html = (await (await cachedPage())?.text()) ?? ''
  const school = form.get('school')
  if (typeof school === 'string' && isListed(school, html)) given['school'] = school
  const reader = readerIn(html)
  const meant = await meantHere(reader)
  if (pathname === incidents) {
    if (meant?.isSent === false) return meant.key
    if (isSecondPress(pathname, given)) return meant?.key
    const isAt = ['schoolId', 'school', 'studentId'].some((name) => name in given)
    if (html.includes('data-begun') && !isAt) return undefined
  }
  const path = pathname.includes('~') ? pathname.replace('~', await begunHere(reader)) : pathname
  const own = form.get('_key')
  const key = typeof own === 'string' && own !== '' ? own : crypto.randomUUID()
  const press = { key, at: new Date().toISOString(), path, given, reader }
  const isKnown = [...(await readPresses()), ...(await readBegun())].some((each) => each.key === key)
  if (!isKnown && (begins(press) || !isSecondPress(path, given))) await write(press)
  // Where the browser can, it sends when the network is back though no page is open.
  await worker.registration.sync?.register('send').catch(() => undefined)
  return incidentOf(press)
}

let keeping: Promise<unknown> = Promise.resolve()
/** One after the other: of two presses at once the second finds what the first left. */
export function keepNext(form: FormData, pathname: string): Promise<string | undefined> {
  const next = keeping.then(() => keep(form, pathname))
  keeping = next.catch(() => undefined)
  return next
}
