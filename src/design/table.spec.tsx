import { renderToString as html } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { Button } from './button.tsx'
import { Filter } from './filter.tsx'
import { KeyList } from './key-list.tsx'
import { Pager } from './pager.tsx'
import { shellForSpecs } from './shell-for-specs.ts'
import { Table } from './table.tsx'
import { Tabs } from './tabs.tsx'

const rows = [{ name: 'Eli <Warner>', day: 49 }]

describe('Tables and the links around them', () => {
  test('the first column names the row, numbers line up, and the sorted column says which way', () => {
    const table = html(
      <Table
        caption="34 students"
        rows={rows}
        columns={[
          { head: 'Student', cell: (row) => row.name, sort: { href: '?sort=-name', now: 'ascending' } },
          {
            head: 'Day since referral',
            short: 'Day',
            num: true,
            cell: (row) => row.day,
            sort: { href: '?sort=day' },
          },
        ]}
      />,
    )
    expect(table).toContain('<table class="stack"><caption>34 students</caption>')
    expect(table).toContain('<th scope="col" aria-sort="ascending"><a href="?sort=-name">Student</a></th>')
    expect(table).toContain('<th scope="col" class="num"><a href="?sort=day">Day since referral</a></th>')
    expect(table).toContain('<th scope="row">Eli &lt;Warner></th><td data-k="Day" class="num">49</td>')
  })

  test('a table that stays a table scrolls by itself and can be reached by keyboard', () => {
    const columns = [{ head: 'Student', cell: () => 'x' }]
    const table = html(<Table caption="All" id="all" narrow="scroll" rows={rows} columns={columns} />)
    expect(table).toMatch(/^<div class="scroll" role="region" aria-labelledby="all" tabindex="0"><table>/)
    expect(table).toContain('<caption id="all">')
  })

  test('pages lead back and on; a single page has no pager', () => {
    const pager = html(<Pager previous="?before=1" next="?after=2&x" />)
    expect(pager).toContain('<nav aria-label="Pages">')
    expect(pager).toContain('<a rel="prev" href="?before=1">Previous page</a>')
    expect(pager).toContain('<a rel="next" href="?after=2&amp;x">Next page</a>')
    expect(html(<Pager next="?after=2" lang="ar" />)).toContain('الصفحة التالية')
    expect(html(<Pager />)).toBe('')
  })

  test('tabs are named links, and the current one says so', () => {
    const tabs = html(
      <Tabs
        label="Show"
        tabs={[
          { href: '/a', label: '<All>', current: true },
          { href: '/b', label: 'Calls', count: 5 },
        ]}
      />,
    )
    expect(tabs).toContain('<nav aria-label="Show"><ul class="tabs" role="list">')
    expect(tabs).toContain('<a href="/a" aria-current="true">&lt;All></a>')
    expect(tabs).toContain('<a href="/b">Calls 5</a>')
  })

  test('a filter becomes part of the address and changes nothing', () => {
    const filter = html(
      <Filter to="/students">
        <Button>x</Button>
      </Filter>,
    )
    expect(filter).toContain('<form class="filter auto" method="get" action="/students">')
    expect(filter).not.toContain('_csrf')
  })

  test('a name that is typed to find somebody becomes no part of the address', () => {
    const filter = html(
      <Filter to="/people" typed={shellForSpecs()}>
        <Button>x</Button>
      </Filter>,
    )
    expect(filter).toContain('<form method="post" action="/people" class="filter auto"')
    expect(filter).toContain('name="_method" value="query"')
    expect(filter).not.toContain('_key')
  })

  test('a list of names and values is a description list', () => {
    expect(html(<KeyList items={[{ key: 'Reason', value: '<b>' }]} />)).toBe(
      '<dl class="list"><div><dt>Reason</dt><dd>&lt;b></dd></div></dl>',
    )
  })
})
