import { renderToString as html } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import type { Choosing } from '#platform/choosing.ts'
import { NamePages } from './name-pages.tsx'
import { Meant, Narrow } from './narrow.tsx'
import { shellForSpecs } from './shell-for-specs.ts'

const none: Choosing = { offered: null, chosen: undefined, typed: undefined, meant: [], count: 0 }
const one = { id: 'a', name: 'Alder <Creek>' }
const narrow = (choosing: Choosing) =>
  html(<Narrow name="school" label="School" all="All of mine" clear="/referrals" choosing={choosing} />)

describe('what a list is narrowed to', () => {
  test('is one of a list where there are few', () => {
    expect(narrow({ ...none, offered: [one], chosen: one })).toContain(
      '<option value>All of mine</option><option value="a" selected>Alder &lt;Creek></option>',
    )
  })

  test('is a name to type where there are many, and keeps what was typed', () => {
    expect(narrow(none)).toContain(' type="search"')
    expect(narrow(none)).not.toContain('<option')
    expect(narrow({ ...none, typed: 'ald' })).toContain('value="ald"')
  })

  test('stands there once it is chosen of many, goes along with the form, and can be taken back', () => {
    const chosen = narrow({ ...none, chosen: one })
    expect(chosen).toContain('<input type="hidden" name="school" value="a"/>')
    expect(chosen).toContain('Alder &lt;Creek> <br/><a href="/referrals">All of mine</a>')
  })
})

describe('a name that is several’s', () => {
  const asked = (choosing: Choosing) =>
    html(
      <Meant
        label="School"
        choosing={choosing}
        href={(id) => `/referrals?school=${id}`}
        note={() => 'Level'}
      />,
    )

  test('is asked about: each is a link, with what tells it apart', () => {
    const several = asked({ ...none, typed: 'ald', meant: [one], count: 12 })
    expect(several).toContain('12 have this in the name. Which one?')
    expect(several).toContain('<a href="/referrals?school=a">Alder &lt;Creek></a> <small>Level</small>')
    expect(several).toContain('11 more: type more of the name.')
  })

  test('is nobody’s: says so and offers nothing', () => {
    const nobody = asked({ ...none, typed: '<x>' })
    expect(nobody).toContain('“&lt;x>”')
    expect(nobody).toContain('None has this in the name.')
    expect(nobody).not.toContain('<li>')
    expect(asked(none)).toBe('')
  })
})

describe('a long list of names', () => {
  const part = { page: [one], named: undefined, found: 1, of: 1, first: true, next: undefined }
  const pages = (change: object) =>
    html(
      <NamePages shell={shellForSpecs()} to="/schools" label="School" part={{ ...part, ...change }}>
        <p>rows</p>
      </NamePages>,
    )

  test('that fits a page is nothing but its rows', () => {
    expect(pages({})).toBe('<p>rows</p>')
  })

  test('has a field to find by name, and pages that keep what was found', () => {
    const found = pages({ named: 'al d', found: 60, of: 780, first: false, next: 'b' })
    expect(found).toContain('name="named"')
    expect(found).toContain('60 of 780.')
    expect(found.match(/<form method="post" action="\/schools"/g)).toHaveLength(3)
    expect(found.match(/<input type="hidden" name="named" value="al d"\/>/g)).toHaveLength(2)
    expect(found).toContain('<input type="hidden" name="from" value="b"/>')
    expect(found).not.toContain('href="/schools?')
    const all = pages({ found: 780, of: 780, first: false, next: 'b' })
    expect(all).toContain('<a rel="next" href="/schools?from=b">')
    expect(pages({ page: [], named: 'x', found: 0, of: 780 })).not.toContain('rows')
  })
})
