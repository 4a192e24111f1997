import { renderToString as html } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { ButtonLink } from './button.tsx'
import { Clock } from './clock.tsx'
import { PromiseRow } from './promise-row.tsx'
import { Ahead, NowBar, PromiseGroup, Promises } from './promises.tsx'

const at = new Date('2026-10-13T22:30:00Z')

describe('Promises', () => {
  test('a clock says first what it means, then when, and the exact instant on demand', () => {
    const clock = html(<Clock means="2 h left" time="due today 15:30" at={at} exact="Due <15:30:00>" />)
    expect(clock).toContain(
      '<b>2 h left</b> <small><time datetime="2026-10-13T22:30:00.000Z">due today 15:30</time>',
    )
    expect(clock).toContain('<details class="more"><summary>Exact time</summary>')
    expect(clock).toContain('Due &lt;15:30:00>')
    const late = html(<Clock means="1 school day late" time="was due Fri Oct 9" at="2026-10-09" late />)
    expect(late).toContain('<b class="late">1 school day late</b>')
    expect(late).toContain('datetime="2026-10-09"')
    expect(late).not.toContain('details')
  })

  test('a row says what is owed, to whom and by when, and offers the one act that keeps it', () => {
    const row = html(
      <PromiseRow
        s="late"
        clock={{ means: '1 h left', time: 'today', at }}
        who="Eli <Warner>"
        href="/students/1"
        current
        tags="High need"
        what="Call"
        detail="Grade 10"
        act={<ButtonLink href="/call">Ask Northbank</ButtonLink>}
      />,
    )
    expect(row).toMatch(/^<li data-s="late"><div class="when">/)
    expect(row).toContain('<h3><a href="/students/1" aria-current="true">Eli &lt;Warner></a> High need</h3>')
    expect(row).toContain('<p>Call</p><small>Grade 10</small>')
    expect(row).toContain('<div class="do"><a class="btn" href="/call">Ask Northbank</a></div>')
  })

  test('a row without a clock, a link or an act leaves them out', () => {
    const row = html(<PromiseRow s="end" who="R. S." what="The family ended consent" />)
    expect(row).toBe(
      '<li data-s="end"><div class="what"><h3>R. S.</h3><p>The family ended consent</p></div></li>',
    )
  })

  test('the spine groups rows under headings, and now divides what was from what is ahead', () => {
    const spine = html(
      <Promises>
        <PromiseGroup id="late" heading="Late (0)" wide>
          {null}
        </PromiseGroup>
        <NowBar>Now, 13:30</NowBar>
        <Ahead>
          <PromiseGroup id="day" heading="<Due>">
            {null}
          </PromiseGroup>
        </Ahead>
      </Promises>,
    )
    expect(spine).toContain(
      '<section aria-labelledby="late"><h2 id="late">Late (0)</h2><ol class="owed line wide-rows">',
    )
    expect(spine).toContain('<p class="now-bar"><i class="mk" data-s="now"></i><b>Now, 13:30</b></p>')
    expect(spine).toContain('<div class="ahead"><section aria-labelledby="day"><h2 id="day">&lt;Due></h2>')
  })
})
