import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { house } from '../../src/compose.ts'
import { filesLike, read } from '../../tools/source.ts'

/** Read by the page itself, beside its look: language, the offer a booking begins from, what stands open. */
const readByPages = new Set(['lang', 'offer', 'by'])

const written = /['"`](\/[a-z0-9/${}.-]*)\?([a-z_]+)=/gi
const screens = house.screens.map(({ address, look }) => ({
  pattern: new RegExp(`^${address.replaceAll(/:\w+/g, '[^/]+')}$`),
  names: look.given instanceof z.ZodObject ? Object.keys(look.given.shape) : [],
}))

/** Names that an address in this text asks for, and that no page at it reads. */
const unread = (text: string): string[] =>
  [...text.matchAll(written)]
    .filter(([, path = '', name = '']) => {
      const there = screens.filter(({ pattern }) => pattern.test(path.replaceAll(/\$\{[^}]*\}/g, 'x')))
      return !readByPages.has(name) && there.length > 0 && !there.some(({ names }) => names.includes(name))
    })
    .map(([, path, name]) => `${path}?${name}`)

describe('What a link asks a page for', () => {
  test('is something the page reads', () => {
    const files = filesLike(['src/**/*.tsx', 'src/**/*.ts']).filter((file) => !file.includes('.spec.'))
    const all = files.map((file) => read(file))
    expect(all.flatMap((text) => [...text.matchAll(written)]).length).toBeGreaterThan(3)
    expect(all.flatMap(unread)).toEqual([])
  })

  test('is noticed where the page would not hear it', () => {
    const planted = 'a(`/crisis?pupil=${id}`) + b(`/crisis?student=${id}`) + c("/nowhere?pupil=x")'
    expect(unread(planted)).toEqual(['/crisis?pupil'])
  })
})
