import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Fault, type Known, walkAll } from './steps/walk.ts'
import { type Planted, type Site, siteOf } from './support/site.ts'
import { newWatch, watchPage } from './support/watch.ts'
import { leaveWindow, takeWindow } from './support/windows.ts'

const html = (body: string, title = 'A page') =>
  `<!doctype html><html lang="en"><title>${title}</title><link rel="stylesheet" href="/sheet.css">
  <main><h1>A page</h1>${body}</main></html>`
const links = (...paths: string[]) =>
  `<ul>${paths.map((path) => `<li><a href="${path}">${path}</a></li>`).join('')}</ul>`
const page = (...parts: Parameters<typeof html>): Planted => ({ body: html(...parts) })

/** Two records whose pages look the same. */
const alike = ['0199e0a1-0000-7000-8000-000000000001', '0199e0a1-0000-7000-8000-000000000002']
const ofRecord = (id: string): [string, Planted] => [
  `/students/${id}`,
  page(`<form action="/students/${id}"><input type="hidden" name="key" value="${id}"></form>`),
]

/** Pages at addresses of the house. Each has one fault that nobody should meet, and says so in its name. */
const faulty: Record<string, Planted> = {
  '/sheet.css': {
    type: 'text/css',
    body: `.wide { width: 700px } .pale { color: #bbb; background: #fff } li { margin: 3em }
      .pair { display: grid; grid-template-columns: 5em 1fr } .over { width: 9em }`,
  },
  '/today': page(
    links(
      '/concerns/mine',
      '/students/1',
      '/students/2',
      '/referrals/1',
      '/inbox',
      '/partners',
      '/same-week',
      '/supports/1',
      '/crisis/contacts',
    ),
  ),
  '/concerns/mine': page('<label>Nobody</label><input>'),
  '/students/1': page('<p>Fits</p>'),
  '/students/2': page('<p class="wide">Too wide</p>'),
  '/referrals/1': page('<p class="pale">Too pale</p>'),
  '/inbox': page(links('/inbox/gone', '/nowhere')),
  '/inbox/gone': { status: 404, body: html('Gone') },
  '/partners': page('<p class="wide">No title</p>', ''),
  '/same-week': page('Due undefined'),
  '/crisis/contacts': page(
    `<form id="one"><label>Name <input id="name"></label></form>
     <form><label for="name">Other name</label><input id="other" aria-label="Other"></form>`,
  ),
  '/supports/1': page(
    '<div class="pair"><p><button class="over">Maya Okafor</button></p><p>Navigator at Alder Creek</p></div>',
  ),
  '/supports': { status: 403, body: html('Not for you') },
  '/standards': page(links('/supports')),
  '/gaps': page('<p style="color: red">Styled in place</p>'),
  ...Object.fromEntries(alike.map(ofRecord)),
}
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'"

let site: Site
beforeAll(async () => {
  site = await siteOf(faulty, policy)
})
afterAll(() => site?.close())

/** What somebody finds who begins at these pages. */
async function foundFrom(from: readonly string[], scripts = true) {
  const kind = { address: site.address, scripts }
  const page = await takeWindow(kind)
  const watch = newWatch([])
  const unwatch = watchPage(page, watch)
  const known: Known = { opened: new Set(), shown: new Set(), read: new Set() }
  const faults = await walkAll(
    { who: 'Joan', role: 'teacher', address: site.address, windows: [{ page, scripts }], from },
    known,
  )
  unwatch()
  await leaveWindow(kind, page)
  return { faults, watch, known }
}

/** As a line that names the page before, the page, and the first words of what is wrong. */
const told = ({ from, at, fault }: Fault) => `${from} > ${at}: ${fault.split(/ at (?!320)/)[0]}`

describe('Whoever walks through every page', () => {
  test('finds what is wrong with each, and from where it was reached', async () => {
    const { faults } = await foundFrom(['/today'])
    expect(faults.map(told).sort()).toEqual([
      '/inbox > /inbox/:referralId: answered 404',
      '/inbox > /nowhere: answered 404',
      '/today > /concerns/mine: label',
      '/today > /crisis/contacts: the label Other name leads to no field of its form',
      '/today > /partners: 388 px too wide at 320 px',
      '/today > /partners: document-title',
      '/today > /partners: has no title',
      '/today > /referrals/:referralId: color-contrast',
      '/today > /referrals/:referralId: color-contrast',
      '/today > /same-week: says undefined',
      '/today > /students/:studentId: 388 px too wide at 320 px',
      '/today > /supports/:supportId: Maya Okafor lies over Navigator',
    ])
  })

  test('finds without scripts what takes none to read, in the first page of each screen', async () => {
    const { faults } = await foundFrom(['/today'], false)
    expect(faults.map(told).sort()).toEqual([
      '/inbox > /inbox/:referralId: answered 404',
      '/inbox > /nowhere: answered 404',
      '/today > /crisis/contacts: without scripts, the label Other name leads to no field of its form',
      '/today > /partners: without scripts, 388 px too wide at 320 px',
      '/today > /partners: without scripts, has no title',
      '/today > /same-week: without scripts, says undefined',
      '/today > /supports/:supportId: without scripts, Maya Okafor lies over Navigator',
    ])
  })

  test('finds a link to a page that is not for whoever sees it, and no fault in one nobody leads to', async () => {
    expect((await foundFrom(['/supports', '/today'])).faults.map(told)).not.toContainEqual(
      expect.stringContaining('may not open'),
    )
    expect((await foundFrom(['/supports', '/standards'])).faults.map(told)).toEqual([
      '/standards > /supports: leads to a page that this assignment may not open',
    ])
    expect((await foundFrom(['/standards', '/supports'])).faults.map(told)).toEqual([
      '/standards > /supports: leads to a page that this assignment may not open',
    ])
  })

  test('breaks no policy unnoticed', async () => {
    expect((await foundFrom(['/concerns/mine'])).watch.violations).toEqual([])
    expect((await foundFrom(['/gaps'])).watch.violations).not.toEqual([])
  })

  test('has opened what answered, and nothing that did not', async () => {
    const { known } = await foundFrom(['/inbox', '/supports', '/standards/none'])
    expect(known.opened).toContain('/inbox')
    expect(known.opened).not.toContain('/supports')
    expect(known.opened).not.toContain('/standards/:kind')
  })

  test('shows a page once when nothing but ids and hidden fields tell it from one that was seen', async () => {
    const { known } = await foundFrom(alike.map((id) => `/students/${id}`))
    expect(known.shown.size).toBe(1)
    expect((await foundFrom(['/students/1', '/students/2'])).known.shown.size).toBe(2)
  })
})
