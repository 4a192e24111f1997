import { readFileSync } from 'node:fs'
import { renderToString as html } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { FamilyPage } from './family-page.tsx'
import { sheets } from './join-sheets.ts'
import { LivePage } from './live-page.tsx'
import { PartnerPage } from './partner-page.tsx'
import { PlainPage } from './plain-page.tsx'
import { ComponentSheet } from './sheet.tsx'
import { shellForSpecs } from './shell-for-specs.ts'

const shell = shellForSpecs({ demo: true })
const languages = [
  { lang: 'en', name: 'English', href: '/en' },
  { lang: 'es', name: 'Español', href: '/es' },
]
const pages = {
  'the component sheet': html(<ComponentSheet shell={shell} />),
  'a partner page': html(<PartnerPage shell={shell}>x</PartnerPage>),
  'a plain page': html(<PlainPage shell={shell}>x</PlainPage>),
  'a live page': html(
    <LivePage shell={shell} drill calls={[{ name: '911', note: 'now', href: 'tel:911' }]}>
      x
    </LivePage>,
  ),
  'a family page': html(
    <FamilyPage shell={shell} from="Riverside" languages={languages}>
      x
    </FamilyPage>,
  ),
}

const all = (page: string, pattern: RegExp) => [...page.matchAll(pattern)].map((match) => match[1] ?? '')

/** What a strict content policy would block: styles, handlers and scripts written into the page. */
const written = (page: string) => all(page, /\s(style|on\w+)=|<(?:style|script)[^>]*>[^<]/g)

/** Ids that are used twice, and references to ids that nothing has. */
function broken(page: string): string[] {
  const ids = all(page, /\sid="([^"]+)"/g)
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i)
  const used = all(page, /\s(?:for|aria-describedby|aria-labelledby)="([^"]+)"/g).flatMap((list) =>
    list.split(' '),
  )
  const jumps = all(page, /href="#([^"]+)"/g)
  return [...twice, ...[...used, ...jumps].filter((id) => !ids.includes(id))]
}

/** Forms that post without proof of the session, or that change something without a key of their own. */
const unproven = (page: string) =>
  all(page, /(<form[^>]*method="post"[^]*?<\/form>)/g).filter(
    (form) => !/_csrf"[^]*(?:_key"|_method" value="query")/.test(form),
  )

const css = sheets
  .map((name) => readFileSync(new URL(`./styles/${name}.css`, import.meta.url), 'utf8'))
  .join('\n')
const styled = new Set(all(css, /\.([a-z][\w-]*)/g))
/** Classes that no rule knows. */
const unknown = (page: string) =>
  all(page, /\sclass="([^"]*)"/g)
    .flatMap((list) => list.split(' '))
    .filter((name) => !styled.has(name))

describe.each(Object.entries(pages))('%s', (_, page) => {
  test('writes no style, handler or script into itself', () => {
    expect(written(page)).toEqual([])
  })

  test('uses each id once, and points only to ids that are there', () => {
    expect(broken(page)).toEqual([])
  })

  test('proves every form that is sent', () => {
    expect(unproven(page)).toEqual([])
    expect(new Set(all(page, /name="_key" value="([^"]+)"/g)).size).toBe(all(page, /(name="_key")/g).length)
  })

  test('uses only classes that the sheet knows', () => {
    expect(unknown(page)).toEqual([])
  })

  test('has one main and one first heading at most', () => {
    expect(all(page, /(<main)/g)).toHaveLength(1)
    expect(all(page, /(<h1)/g).length).toBeLessThanOrEqual(1)
  })
})

test('what the pages are held to finds a page that breaks it', () => {
  expect(written('<p style="color:red" onclick="x()">')).toEqual(['style', 'onclick'])
  expect(written('<script>alert(1)</script>')).toHaveLength(1)
  expect(broken('<p id="a"></p><p id="a"></p><a href="#b">')).toEqual(['a', 'b'])
  expect(unproven('<form method="post"><input name="_csrf"></form>')).toHaveLength(1)
  expect(unknown('<p class="tag made-up">')).toEqual(['made-up'])
  expect(all(pages['the component sheet'], /(<form[^>]*method="post")/g).length).toBeGreaterThan(3)
})

test('the sheet shows every state a mark can have', () => {
  for (const s of ['done', 'done late', 'now', 'now late', 'due', 'late', 'next', 'hidden', 'end']) {
    expect(pages['the component sheet']).toContain(`data-s="${s}"`)
  }
})
