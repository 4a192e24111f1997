import { asking, holdsWords } from '#platform/http/asked-in-body.ts'
import { house } from '../../src/compose.ts'

const screens = house.screens
  .filter(({ typed }) => typed.length > 0)
  .map(({ address, typed }) => ({
    pattern: new RegExp(`^${address.replaceAll(/:\w+/g, '[^/]+')}$`),
    // What stands beside: `/concerns/new` is no concern.
    fixed: address.split('/').filter((part) => !part.startsWith(':')).length,
    typed,
  }))
  .sort((one, other) => other.fixed - one.fixed)

/** How a page is come to: by its address, or by a form, with what is typed in the body. */
export type Way = { url: string; fields?: Record<string, string> }

/**
 * The shorthand of specs, `/search?q=sofia`, as it is really asked: what a page takes as typed goes in the
 * body, as its form would send it. An address that holds ids and choices alone is asked as it stands.
 */
export function wayTo(shorthand: string): Way {
  const [path = '', query = ''] = shorthand.split('?', 2)
  const screen = screens.find(({ pattern }) => pattern.test(path))
  const fields = Object.fromEntries(new URLSearchParams(query))
  if (screen === undefined || !holdsWords(screen, fields)) return { url: shorthand }
  return { url: path, fields: { ...fields, _method: asking } }
}
