import { renderToString as html } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { Act } from './act.tsx'
import { Button, ButtonLink } from './button.tsx'
import { Form } from './form.tsx'
import { Reasons } from './reasons.tsx'
import { shellForSpecs } from './shell-for-specs.ts'

const shell = shellForSpecs()
const ended = { met: false, says: 'The agreement <ended>.', fix: { href: '/partners/1', label: 'Ask Grace' } }
const consent = { met: true, says: 'Consent on file' }

describe('Acts', () => {
  test('every form proves its session and carries a key of its own', () => {
    const form = html(
      <Form to="/a" shell={shell} hidden={{ version: 3, name: '"x"' }}>
        x
      </Form>,
    )
    expect(form).toMatch(/^<form method="post" action="\/a" novalidate/)
    expect(form).toContain('<input type="hidden" name="_csrf" value="proof"')
    expect(form).toContain('<input type="hidden" name="version" value="3"')
    expect(form).toContain('value="&quot;x&quot;"')
    expect(form).not.toContain('_method')
    const keyOf = (text: string) => /name="_key" value="([^"]+)"/.exec(text)?.[1]
    const other = html(
      <Form to="/a" shell={shell}>
        x
      </Form>,
    )
    expect(keyOf(form)).toMatch(/^key-/)
    expect(keyOf(other)).not.toBe(keyOf(form))
  })

  test('a form that deletes or uploads says so', () => {
    const form = html(
      <Form to="/a" shell={shell} method="delete" upload>
        x
      </Form>,
    )
    expect(form).toContain('method="post"')
    expect(form).toContain('name="_method" value="delete"')
    expect(form).toContain('enctype="multipart/form-data"')
  })

  test('an act that nothing blocks is a form with one button', () => {
    const act = html(
      <Act
        id="accept"
        to="/referrals/1/acceptance"
        shell={shell}
        kind="go"
        hidden={{ version: 2 }}
        reasons={[consent]}
      >
        Accept
      </Act>,
    )
    expect(act).toContain('action="/referrals/1/acceptance"')
    expect(act).toContain('<button class="go">Accept</button>')
    expect(act).not.toContain('disabled')
  })

  test('a blocked act stays, disabled, and is described by every reason and the way to clear it', () => {
    const act = html(
      <Act id="send" to="/x" shell={shell} kind="go" reasons={[ended, consent]}>
        Send
      </Act>,
    )
    expect(act).not.toContain('<form')
    expect(act).toContain('<button disabled aria-describedby="why-send">Send</button>')
    expect(act).toContain('<ul class="reasons" role="list" id="why-send">')
    expect(act).toContain(
      '<i class="mk" data-s="due"></i><span><span class="vh">Still needed: </span>The agreement &lt;ended>. ' +
        '<a href="/partners/1">Ask Grace</a>',
    )
    expect(act).toContain(
      '<i class="mk" data-s="done"></i><span><span class="vh">In place: </span>Consent on file',
    )
  })

  test('an act inside a form is only its button', () => {
    const act = html(
      <Act id="save" shell={shell}>
        Save
      </Act>,
    )
    expect(act).toBe('<button>Save</button>')
  })

  test('buttons differ by kind, and a link can look like one', () => {
    const came = html(
      <Button kind="danger" big name="came" value="no">
        {'<x>'}
      </Button>,
    )
    expect(came).toBe('<button class="danger big" name="came" value="no">&lt;x></button>')
    const look = html(
      <ButtonLink kind="text" href="/a?b&c">
        Look
      </ButtonLink>,
    )
    expect(look).toBe('<a class="btn text" href="/a?b&amp;c">Look</a>')
  })

  test('reasons are read in the language of the page', () => {
    expect(html(<Reasons reasons={[consent]} lang="es" columns />)).toContain('Listo: ')
  })
})
