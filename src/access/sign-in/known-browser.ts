import { isMark, mark, newToken } from './secrets.ts'

/** So many people may share one machine and stay known on it. */
const most = 5
const shape = /^[\w-]{43}(?:\.[\w-]{43}){1,5}$/

const read = (cookie: string | undefined): { browser: string; marks: string[] } | undefined => {
  if (cookie === undefined || !shape.test(cookie)) return undefined
  const [browser, ...marks] = cookie.split('.') as [string, ...string[]]
  return { browser, marks }
}

/**
 * The browser, if the person has signed in with it before. Its tries are counted by themselves, so that a
 * stranger who guesses at an account cannot lock its owner out.
 */
export function knownBrowser(key: Buffer, cookie: string | undefined, email: string): string | undefined {
  const known = read(cookie)
  return known?.marks.some((one) => isMark(key, `${known.browser} ${email}`, one)) ? known.browser : undefined
}

/** The cookie after the person signed in here. */
export function rememberedBrowser(key: Buffer, cookie: string | undefined, email: string): string {
  const { browser, marks } = read(cookie) ?? { browser: newToken(), marks: [] }
  const own = mark(key, `${browser} ${email}`)
  return [browser, own, ...marks.filter((one) => one !== own)].slice(0, most + 1).join('.')
}
