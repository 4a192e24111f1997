import { renderToString as html } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Events } from './events.tsx'

test('a timeline gives machines the instant and people the words, and says only the states that are not done', () => {
  const at = new Date('2026-10-13T20:30:00Z')
  const line = html(
    <Events
      events={[
        { s: 'now', time: 'Tue Oct 13, 13:30', at, what: 'Now' },
        { s: 'done', time: '09:05', what: 'Accepted', detail: '<b>Noor</b>', id: 'e-1' },
        { s: 'next', what: 'Hand over' },
      ]}
    />,
  )
  expect(line).toContain('<time datetime="2026-10-13T20:30:00.000Z">Tue Oct 13, 13:30</time>')
  expect(line).toContain('<li data-s="now" aria-current="step">')
  expect(line).toContain('<b>Accepted</b><span class="quiet">&lt;b>Noor&lt;/b></span>')
  expect(line).toContain('id="e-1"')
  expect(line).toContain('<b>Hand over<span class="vh"> (not yet)</span></b>')
})
