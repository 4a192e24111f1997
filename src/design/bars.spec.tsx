import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Bars } from './bars.tsx'

const bars = [
  { label: 'Sep', value: 4 },
  { label: 'Oct', value: 1, says: '1 of 3' },
]
const html = render(<Bars id="missed" title="Days missed" head="Month" counted="Days" bars={bars} />)

test('a chart says in its bars and in a table what it draws', () => {
  expect(html).toContain('aria-labelledby="missed"')
  expect(html).toContain('<title>Sep: 4</title>')
  expect(html).toContain('<title>Oct: 1 of 3</title>')
  expect(html).toContain('<table')
  expect(html).toMatch(/Oct<\/t[dh]>.*1 of 3/)
  expect([...html.matchAll(/height="(\d+)"/g)].map(([, tall]) => Number(tall))).toEqual([66, 64, 16])
})

test('it needs no style and no script of its own, and draws nothing where there is nothing', () => {
  expect(html).not.toMatch(/style=|<script|on\w+=/)
  const none = render(
    <Bars id="none" title="Crises" head="Month" counted="Crises" bars={[{ label: 'Oct', value: 0 }]} />,
  )
  expect(none).toContain('height="0"')
})
