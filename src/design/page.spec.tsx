import { renderToString as html } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { Confirm } from './confirm.tsx'
import { FamilyPage } from './family-page.tsx'
import { LivePage } from './live-page.tsx'
import { Page } from './page.tsx'
import { PageHead } from './page-head.tsx'
import { PartnerPage } from './partner-page.tsx'
import { PlainPage } from './plain-page.tsx'
import type { Shell } from './shell.ts'
import { shellForSpecs } from './shell-for-specs.ts'

const visitor = (): Shell => {
  const { actor: _, ...shell } = shellForSpecs()
  return shell
}

describe('The staff page', () => {
  const page = html(<Page shell={shellForSpecs({ search: '"Rivas"' })}>{'<b>work</b>'}</Page>)

  test('says its language, direction and title, and loads one sheet and no script', () => {
    expect(page).toMatch(/^<html lang="en" dir="ltr" class="staff">/)
    expect(page).toContain('<title>Today - Throughline</title>')
    expect(page).toContain('<link rel="stylesheet" href="/assets/throughline-1.css"')
    expect(page).not.toContain('<script')
    const island = html(
      <Page shell={shellForSpecs({ assets: { css: '/a.css', script: '/b.js', icon: '/c.svg' } })}>x</Page>,
    )
    expect(island).toContain('<script type="module" src="/b.js"></script>')
    expect(island).toContain('<link rel="icon" type="image/svg+xml" href="/c.svg"')
  })

  test('puts the work before the menu, and the skip link before both', () => {
    const places = [
      'href="#main"',
      '<main id="main" tabindex="-1">',
      '<nav class="side" id="nav" aria-label="Main">',
    ]
    const order = places.map((place) => page.indexOf(place))
    expect(order.every((at) => at > 0)).toBe(true)
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(page).toContain('&lt;b>work&lt;/b>')
  })

  test('keeps search, the assignment, sign-out and Crisis in reach', () => {
    expect(page).toMatch(
      /<form method="post" action="\/search" class="find" role="search"[^]*name="_method" value="query"/,
    )
    expect(page).toContain('value="&quot;Rivas&quot;"')
    expect(page).toContain('<a class="crisis" href="/crisis">Crisis</a>')
    expect(page).toContain('<a class="menu" href="#nav">Menu</a>')
    expect(page).toMatch(/<form method="post" action="\/assignment"[^]*name="_csrf" value="proof"/)
    expect(page).toMatch(/name="assignment" value="a2" checked/)
    expect(page).toMatch(/<form method="post" action="\/sign-out"[^]*<button class="text">Sign out<\/button>/)
    expect(page).toContain('Navigator<span class="long">, Alder Creek and Larkspur</span>')
  })

  test('marks where one is, and names each part of the menu', () => {
    expect(page).toContain('<h2 id="nav-1">Work</h2><ul role="list" aria-labelledby="nav-1">')
    expect(page).toContain('<a href="/today" aria-current="page">Today <span>11</span></a>')
    expect(page.match(/aria-current/g)).toHaveLength(1)
  })

  test('asks nobody to switch who has one assignment, and shows a visitor no account', () => {
    expect(html(<Page shell={shellForSpecs({ assignments: [] })}>x</Page>)).not.toContain('/assignment')
    expect(html(<Page shell={visitor()}>x</Page>)).not.toContain('/sign-out')
  })
})

test('the demo district says so on every kind of page, in the language of the page', () => {
  const shell = shellForSpecs({ demo: true })
  const arabic = shellForSpecs({ demo: true, lang: 'ar', dir: 'rtl' })
  const said = 'Demo district: every person here is invented.'
  expect(html(<Page shell={shell}>x</Page>)).toContain(said)
  expect(html(<PartnerPage shell={shell}>x</PartnerPage>)).toContain(said)
  expect(html(<PlainPage shell={shell}>x</PlainPage>)).toContain(said)
  expect(
    html(
      <LivePage shell={shell} calls={[]}>
        x
      </LivePage>,
    ),
  ).toContain(said)
  const family = html(
    <FamilyPage shell={arabic} from="Riverside" languages={[]}>
      x
    </FamilyPage>,
  )
  expect(family).toContain('منطقة تجريبية')
  expect(html(<Page shell={shellForSpecs()}>x</Page>)).not.toContain('invented')
})

test('a partner has Crisis, its own places, and a search', () => {
  const page = html(<PartnerPage shell={shellForSpecs()}>{'<x>'}</PartnerPage>)
  expect(page).toContain('class="partner"')
  expect(page).toContain('href="/crisis"')
  expect(page).toContain('<nav aria-label="Main"><ul class="tabs" role="list">')
  expect(page).toMatch(
    /<form method="post" action="\/search" class="find" role="search"[^]*name="_method" value="query"/,
  )
  expect(page).toContain('&lt;x>')
})

test('a plain page keeps Crisis for staff and leads a visitor nowhere', () => {
  expect(html(<PlainPage shell={shellForSpecs()}>x</PlainPage>)).toContain('href="/crisis"')
  const page = html(<PlainPage shell={visitor()}>{'<x>'}</PlainPage>)
  expect(page).not.toContain('/crisis')
  expect(page).toContain('<span class="brand">')
  expect(page).toContain('&lt;x>')
})

test('a family page speaks the language of the family and offers the others by their own names', () => {
  const languages = [
    { lang: 'en', name: 'English', href: '/en' },
    { lang: 'ar', name: 'العربية', href: '/ar' },
  ]
  const page = html(
    <FamilyPage shell={shellForSpecs({ lang: 'ar', dir: 'rtl' })} from="<Riverside>" languages={languages}>
      x
    </FamilyPage>,
  )
  expect(page).toContain('<html lang="ar" dir="rtl" class="family">')
  expect(page).toContain('<bdi>&lt;Riverside></bdi>')
  expect(page).toContain('<a href="/ar" lang="ar" hreflang="ar" aria-current="true">العربية</a>')
  expect(page).toContain('<a href="/en" lang="en" hreflang="en">English</a>')
  expect(page).toContain('انتقل إلى المحتوى الرئيسي')
  expect(page).not.toContain('/crisis')
})

describe('The live page', () => {
  const calls = [
    { name: '911', note: 'danger now', href: 'tel:911' },
    { name: 'Ruth <H.>', note: 'school lead', href: 'tel:5550150' },
  ]

  test('puts the calls first, the emergency in red, and no menu or search', () => {
    const page = html(
      <LivePage shell={shellForSpecs()} calls={calls}>
        x
      </LivePage>,
    )
    expect(page).toContain('<nav class="calls" aria-label="Call"><a class="first" href="tel:911"><b>911</b> ')
    expect(page).toContain('Ruth &lt;H.>')
    expect(page.indexOf('class="calls"')).toBeLessThan(page.indexOf('<main'))
    expect(page).not.toMatch(/role="search"|class="side"|Drill/)
  })

  test('a drill says so and its buttons ring nobody', () => {
    const page = html(
      <LivePage shell={shellForSpecs()} calls={calls} drill>
        x
      </LivePage>,
    )
    expect(page).toContain('class="live drill"')
    expect(page).toContain('<div class="drill-band" role="status"><p><b>Drill.</b> Say each call out loud.')
    expect(page).not.toContain('tel:')
  })
})

test('the head of a page has one first heading, and the way back up before it', () => {
  const head = html(
    <PageHead title="<Sofia>" crumb={{ href: '/today', label: 'Today' }} above="Live" aside={<p>next</p>} />,
  )
  expect(head).toMatch(/^<p class="crumb"><a href="\/today">Today<\/a><\/p><div class="page-head"><div>/)
  expect(head).toContain('<p class="quiet">Live</p><h1>&lt;Sofia></h1></div><p>next</p></div>')
})

test('a dialog is a page that says what will happen before it asks', () => {
  const page = html(
    <Confirm
      shell={shellForSpecs()}
      question="End consent?"
      lead="From the moment you press it:"
      will={['Nothing <more> is sent', 'What was sent stays']}
      to="/consents/1"
      method="delete"
      yes="End consent"
      danger
      no={{ href: '/consents', label: 'Keep consent' }}
      errors={[{ says: 'Say who asked', field: 'who' }]}
    />,
  )
  expect(page).toContain('class="staff"')
  expect(page).toContain(
    '<h1>End consent?</h1><p>From the moment you press it:</p><ul><li>Nothing &lt;more> is sent</li>',
  )
  expect(page.indexOf('<li>What was sent stays')).toBeLessThan(
    page.indexOf('<button class="danger">End consent'),
  )
  expect(page).toContain('<a class="btn text" href="/consents">Keep consent</a>')
  expect(page).toContain('name="_method" value="delete"')
  expect(page).toContain('<a href="#f-who">Say who asked</a>')
})
