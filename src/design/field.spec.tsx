import { renderToString as html } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { Choices } from './choices.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Field } from './field.tsx'
import { fieldId } from '#platform/field-id.ts'
import { kept, keptAll } from './kept.ts'

describe('Fields', () => {
  test('a field is labelled, and read with its hint and what was wrong', () => {
    const field = html(
      <Field
        name="answers.sleep"
        label="Sleep <&>"
        hint="Last week"
        error="Say how often"
        value={'"often"'}
      />,
    )
    expect(field).toContain('<div class="field wrong"><label for="f-answers-sleep">Sleep &lt;&amp;></label>')
    expect(field).toContain('aria-describedby="f-answers-sleep-hint f-answers-sleep-error"')
    expect(field).toContain('<div class="hint" id="f-answers-sleep-hint">Last week</div>')
    expect(field).toContain('<span class="vh">Error: </span>Say how often')
    expect(field).toContain('aria-invalid="true"')
    expect(field).toContain('name="answers.sleep"')
    expect(field).toContain('value="&quot;often&quot;"')
  })

  test('a field with nothing to say about it is described by nothing, and browsers keep no memory of it', () => {
    const field = html(<Field name="caregiver" label="Caregiver" optional />)
    expect(field).not.toContain('aria-')
    expect(field).toContain('autocomplete="off"')
    expect(field).toContain('<span class="quiet"> (optional)</span>')
    expect(html(<Field name="code" label="Code" autocomplete="one-time-code" />)).toContain(
      '="one-time-code"',
    )
  })

  test('what somebody else saved meanwhile stands beside what was typed, and only where it is not the same', () => {
    const view = (code: string) => ({ typed: { phone: '555-0188' }, problem: { code, because: [] } })
    const changed = kept(view('changed_meanwhile'), { phone: '555-0199' })('phone')
    expect(changed).toEqual({ name: 'phone', value: '555-0188', meanwhile: '555-0199' })
    const field = html(<Field {...changed} label="Phone" />)
    expect(field).toContain('aria-describedby="f-phone-meanwhile"')
    expect(field).toContain('What stands there now: 555-0199')
    const emptied = kept(view('changed_meanwhile'), { phone: null })('phone')
    expect(html(<Field {...emptied} label="Teléfono" lang="es" />)).toContain('Ahora no hay nada.')
    for (const same of [
      kept(view('changed_meanwhile'), { phone: '555-0188' }),
      kept(view('refused'), { phone: '1' }),
    ])
      expect(same('phone')).not.toHaveProperty('meanwhile')
  })

  test('text keeps its first line break and cannot leave its box', () => {
    const area = html(<Field name="note" label="Note" type="textarea" value={'\n</textarea><script>'} />)
    expect(area).toContain('>\n\n&lt;/textarea>&lt;script></textarea>')
  })

  test('a select shows what was chosen and what cannot be', () => {
    const options = [
      { value: 'a', label: 'Cedar' },
      { value: 'b', label: 'Open Door', disabled: true },
      { value: 'c', label: 'North' },
    ]
    const select = html(<Field name="partner" label="Partner" type="select" options={options} value="c" />)
    expect(select).toContain('<option value="c" selected>North</option>')
    expect(select).toContain('<option value="b" disabled>Open Door</option>')
    expect(select.match(/selected/g)).toHaveLength(1)
  })

  test('a file field never gets a value', () => {
    expect(html(<Field name="roster" label="Roster" type="file" value="x" accept=".zip" />)).not.toContain(
      'value=',
    )
  })
})

describe('Choices', () => {
  const options = [
    { value: 'phone', label: 'By <phone>', reveal: <p>Witness</p> },
    { value: 'link', label: 'Link', hint: 'Works for 3 days' },
  ]

  test('one question is one group; an error leads to its first answer', () => {
    const group = html(
      <Choices name="how" legend="How?" options={options} chosen="link" error="Choose one" />,
    )
    expect(group).toContain('<fieldset class="wrong" aria-describedby="f-how-error"><legend>How?</legend>')
    expect(group).toContain('<input type="radio" id="f-how" name="how" value="phone"')
    expect(group).toMatch(/id="f-how-2" name="how" value="link" checked/)
    expect(group.match(/checked/g)).toHaveLength(1)
    expect(group).toContain('By &lt;phone>')
    expect(group).toContain('<div class="reveal flow"><p>Witness</p></div>')
    expect(group).toContain('<small>Works for 3 days</small>')
  })

  test('several may be chosen where many are asked for', () => {
    const group = html(
      <Choices name="ways" legend="Ways" many options={options} chosen={['phone', 'link']} />,
    )
    expect(group.match(/type="checkbox"/g)).toHaveLength(2)
    expect(group.match(/checked/g)).toHaveLength(2)
  })
})

describe('The error summary', () => {
  test('takes the focus, counts, and each line jumps to its field', () => {
    const errors = [
      { says: 'The date is <past>', field: 'visit.on' },
      { says: 'Say why', field: 'why' },
    ]
    const summary = html(<ErrorSummary errors={errors} />)
    expect(summary).toContain('role="alert" aria-labelledby="errors" tabindex="-1" autofocus')
    expect(summary).toContain('<h2 id="errors">2 answers need a look</h2>')
    expect(summary).toContain(`<a href="#${fieldId('visit.on')}">The date is &lt;past></a>`)
    expect(html(<ErrorSummary errors={errors.slice(1)} lang="es" />)).toContain('Revise 1 respuesta')
  })

  test('reasons without a field are said as they are; no errors, no summary', () => {
    const blocked = html(<ErrorSummary errors={[{ says: 'The agency is full' }]} still />)
    expect(blocked).toContain('This cannot be done yet')
    expect(blocked).toContain('<li>The agency is full</li>')
    expect(blocked).not.toContain('autofocus')
    expect(html(<ErrorSummary errors={[]} />)).toBe('')
  })
})

describe('What was typed', () => {
  const problem = { because: [{ says: 'Too long', field: 'name' }] }

  test('is kept when a form comes back, even where it was emptied, and else the record is shown', () => {
    expect(kept({ typed: {} }, { name: 'Carmen' })('name')).toEqual({ name: 'name', value: 'Carmen' })
    const back = kept(
      { typed: { name: 'Carm', phone: '' }, problem },
      { name: 'Carmen', phone: '555', city: 'A' },
    )
    expect(back('name')).toEqual({ name: 'name', value: 'Carm', error: 'Too long' })
    expect(back('phone')).toEqual({ name: 'phone', value: '' })
    expect(back('city')).toEqual({ name: 'city' })
  })

  test('several answers to one question are all kept', () => {
    expect(keptAll({ typed: {} }, 'ways', ['a'])).toEqual(['a'])
    expect(keptAll({ typed: { ways: ['b', 'c'] } }, 'ways', ['a'])).toEqual(['b', 'c'])
    expect(keptAll({ typed: { ways: 'b' } }, 'ways', ['a'])).toEqual(['b'])
    expect(keptAll({ typed: { other: 'x' } }, 'ways', ['a'])).toEqual([])
  })
})
