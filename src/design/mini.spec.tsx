import { renderToString as html } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { MarkState } from './mark.tsx'
import { Mini, miniLabel } from './mini.tsx'

const names = [
  'Concern',
  'Decision',
  'Consent',
  'Handoff',
  'Received',
  'Accepted',
  'Scheduled',
  'Seen',
  'One month',
]
const steps = (...states: MarkState[]) => states.map((s, i) => ({ s, name: names[i] ?? '' }))

test('a row says where a referral stands and how often it was late', () => {
  const seven = steps('done', 'done', 'done', 'done late', 'done', 'done', 'now late', 'next', 'next')
  expect(miniLabel(seven)).toBe('Step 7 of 9, Scheduled; 2 late')
  expect(miniLabel(steps('done', 'late', 'next'))).toBe('Step 2 of 3, Decision; 1 late')
  expect(miniLabel(steps('done', 'done', 'hidden', 'hidden'))).toBe('Step 3 of 4, Consent, not shared')
  expect(miniLabel(steps('done', 'end'))).toBe('Step 2 of 2, Decision, ended')
  expect(miniLabel(steps('done', 'done'))).toBe('All 2 steps done')
  expect(miniLabel(steps('done', 'now'), 'es')).toBe('Paso 2 de 2, Decision')
})

test('the row version is one image with one name, which cannot break out of its attribute', () => {
  const image = html(<Mini steps={[{ s: 'now', name: '"><script>' }]} />)
  expect(image).toContain('role="img"')
  expect(image).toContain('aria-label="Step 1 of 1, &quot;>&lt;script>"')
  expect(image).toContain('<i data-s="now"></i>')
  expect(html(<Mini steps={steps('done')} label="1 done" />)).toContain('aria-label="1 done"')
})
