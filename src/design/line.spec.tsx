import { renderToString as html } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { Late } from './late.tsx'
import { Line, type Step } from './line.tsx'

const steps: Step[] = [
  { s: 'done', name: 'Concern', notes: ['Oct 1'] },
  { s: 'done late', name: 'Handoff', notes: [<Late>1 day late</Late>] },
  { s: 'now', name: 'Seen' },
  { s: 'next', name: '<One month>' },
]
const ended: Step[] = [
  { s: 'done', name: 'Concern' },
  { s: 'end', name: 'Not accepted' },
]

describe('The line', () => {
  test('says each state in words and marks the current step', () => {
    const line = html(<Line steps={steps} label="Referral" />)
    expect(line).toContain('<ol class="line" aria-label="Referral">')
    expect(line).toContain('<li data-s="done late"><b>Handoff<span class="vh"> (done late)</span></b>')
    expect(line).toContain('<li data-s="now" aria-current="step">')
    expect(line).toContain('<span class="now-word">Now</span>')
    expect(line.match(/aria-current/g)).toHaveLength(1)
    expect(line).not.toContain('across')
  })

  test('gives text a place of its own and leaves a node as it is', () => {
    const line = html(<Line steps={steps} />)
    expect(line).toContain('<span>Oct 1</span>')
    expect(line).toContain(' <span class="late">1 day late</span>')
  })

  test('escapes what it is given, and takes better words where a page has them', () => {
    expect(html(<Line steps={steps} />)).toContain('&lt;One month>')
    const family = html(<Line steps={[{ s: 'now', name: 'Visit', word: 'next', nowWord: 'Next' }]} />)
    expect(family).toContain('<span class="vh"> (next)</span>')
    expect(family).toContain('<span class="now-word">Next</span>')
    expect(html(<Line lang="ar" steps={steps} />)).toContain('الآن')
  })

  test('lies down with a column for each step, and one that ended early keeps the scale of nine', () => {
    expect(html(<Line across steps={steps} />)).toContain('<div class="across" data-cols="4" data-now')
    const short = html(<Line across steps={ended} />)
    expect(short).toContain('data-cols="9"')
    expect(short).not.toContain('data-now')
  })

  test('a redirect forks off at the last step, twice if need be, and the first line stays', () => {
    const again = { note: 'Redirected Oct 6', steps: ended }
    const line = html(<Line steps={ended} redirects={[again, { note: 'Redirected Oct 9', steps }]} />)
    expect(line.match(/<ol/g)).toHaveLength(3)
    expect(line.match(/class="forks"/g)).toHaveLength(2)
    expect(line).toContain(
      '<p class="elbow" data-skip="1">Redirected Oct 6</p><ol class="line joins" data-skip="1">',
    )
    expect(line).toContain(
      '<p class="elbow" data-skip="2">Redirected Oct 9</p><ol class="line joins" data-skip="2">',
    )
  })
})
