import { lasting } from './limits.ts'
import { isMark, mark, newToken } from './secrets.ts'

/** So many people may share one machine and stay known on it. */
const most = 5
const shape = /^[\w-]{43}(?:\.\d{5,6}~[\w-]{43}){1,5}$/
const aDay = 86_400_000

type Known = { browser: string; marks: string[] }
/** Whose sign-in it is about, and when. */
type Asked = { email: string; now: Date }

const read = (cookie: string | undefined): Known | undefined => {
  if (cookie === undefined || !shape.test(cookie)) return undefined
  const [browser, ...marks] = cookie.split('.') as [string, ...string[]]
  return { browser, marks }
}

/** A mark says itself until which day it counts: a cookie kept for longer is worth nothing. */
const signed = (browser: string, email: string, day: string) => `${browser} ${email} ${day}`

/**
 * The browser, if the person has signed in with it before. Its tries are counted by themselves, so that a
 * stranger who guesses at an account cannot lock its owner out.
 */
export function knownBrowser(
  key: Buffer,
  cookie: string | undefined,
  { email, now }: Asked,
): string | undefined {
  const known = read(cookie)
  const counts = (one: string) => {
    const [day = '', own] = one.split('~')
    return Number(day) * aDay > now.getTime() && isMark(key, signed(known?.browser ?? '', email, day), own)
  }
  return known?.marks.some(counts) ? known.browser : undefined
}

/** The cookie after the person signed in here. */
export function rememberedBrowser(key: Buffer, cookie: string | undefined, { email, now }: Asked): string {
  const { browser, marks } = read(cookie) ?? { browser: newToken(), marks: [] }
  const day = String(Math.ceil((now.getTime() + lasting.knownBrowser) / aDay))
  const own = `${day}~${mark(key, signed(browser, email, day))}`
  const others = marks.filter((one) => {
    const [then = '', theirs] = one.split('~')
    return !isMark(key, signed(browser, email, then), theirs)
  })
  return [browser, own, ...others].slice(0, most + 1).join('.')
}
