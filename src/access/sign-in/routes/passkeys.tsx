import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Front } from '../front.ts'
import { isFresh } from '../in-session.ts'
import type { Page, Visit } from '../page.ts'
import { AddPasskeyPage, type Ceremony, UsePasskeyPage } from '../pages/passkey-pages.tsx'
import { passkeyWords } from '../passkey-words.ts'
import type { Judged } from '../passkeys.ts'
import type { Site, Used } from '../webauthn.ts'
import { addPasskey, proveWithPasskey, removePasskey, withPasskey } from '../with-passkey.ts'
import { open } from './second-step.tsx'

const anyone = { who: ['anyone'], behind: 'access/sign-in' }
const signedIn = { who: ['signed in'], behind: 'access/sign-in' }
const own = { who: ['signed in'], behind: 'access/account' }

type Form = ReturnType<Front['form']>

/** The site passkeys are made for: where the house is reached, as it was set, whatever a request says. */
function siteOf(front: Front): Site {
  const { origin, hostname } = new URL(front.desk.options.baseUrl || 'http://localhost:3000')
  return { origin, id: hostname }
}

/** What a challenge is made for, in this browser: the token of its forms changes with each session. */
const boundTo = (what: string, csrf: string) => `${what} ${csrf}`

const bytesOf = (form: Form, name: string) => Buffer.from(form.text(name).slice(0, 8192), 'base64url')

const usedIn = (form: Form): Used => ({
  credentialId: bytesOf(form, 'credential'),
  signature: bytesOf(form, 'signature'),
  data: bytesOf(form, 'authenticator_data'),
  client: bytesOf(form, 'client_data'),
})

function judgedBy(front: Front, form: Form, what: string): Judged {
  const challenge = form.text('challenge')
  return {
    challenge,
    boundTo: boundTo(what, form.csrf ?? ''),
    site: siteOf(front),
    now: front.desk.clock.now(),
  }
}

/** A page that runs the one script of the house. */
function viewOf(front: Front, visit: Visit, given: { title: string; shown: Parameters<Page>[1] }) {
  const view = front.view(visit, given.title, given.shown)
  const script = front.desk.options.assets.href('passkey.js')
  return { ...view, shell: { ...view.shell, assets: { ...view.shell.assets, script } } }
}

const ceremonyOf = (front: Front, what: string, csrf: string) => ({
  challenge: front.desk.passkeys.challenge(boundTo(what, csrf), front.desk.clock.now()),
  siteId: siteOf(front).id,
})

function usePage(front: Front, what: 'enter' | 'again'): Page {
  return (visit, shown) => {
    const again = what === 'again'
    const title = passkeyWords(visit.language)(again ? 'use' : 'sign_in')
    const view = viewOf(front, visit, { title, shown })
    const ceremony: Ceremony = { kind: 'use', ...ceremonyOf(front, what, view.shell.form.csrf) }
    return <UsePasskeyPage view={view} ceremony={ceremony} again={again} />
  }
}

function entering(app: FastifyInstance, front: Front): void {
  const page = usePage(front, 'enter')
  const because = ({ language }: Visit) => [{ code: 'wrong', says: passkeyWords(language)('wrong') }]

  app.get('/sign-in/passkey', { config: anyone }, async (request, reply) =>
    front.show(await front.visit(request, reply), page),
  )

  app.post('/sign-in/passkey', { config: anyone }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    const form = front.form(visit)
    const knock = { ...front.knock(request), shared: form.text('shared') === 'yes' }
    const given = { judged: judgedBy(front, form, 'enter'), knock }
    const entry = await withPasskey(front.desk, usedIn(form), given)
    if (entry.outcome === 'wrong') return front.again(visit, page, { because: because(visit), typed: {} })
    if (visit.session !== undefined) await front.desk.sessions.end(visit.session.id)
    return front.proceed(visit, entry)
  })
}

function again(app: FastifyInstance, front: Front): void {
  const page = usePage(front, 'again')

  app.get('/sign-in/again/passkey', { config: signedIn }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    open(visit)
    return front.show(visit, page)
  })

  app.post('/sign-in/again/passkey', { config: signedIn }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    const form = front.form(visit)
    const given = { used: usedIn(form), judged: judgedBy(front, form, 'again'), knock: front.knock(request) }
    const token = await proveWithPasskey(front.desk, open(visit), given)
    if (token === undefined) {
      const wrong = { code: 'wrong', says: passkeyWords(visit.language)('wrong') }
      return front.again(visit, page, { because: [wrong], typed: {} })
    }
    front.keepSession(visit, token)
    return front.go(visit, visit.to)
  })
}

const addPage =
  (front: Front): Page =>
  async (visit, shown) => {
    const { loginId } = open(visit)
    const [account, has] = await Promise.all([
      front.desk.accounts.findById(loginId),
      front.desk.passkeys.list(loginId),
    ])
    const view = viewOf(front, visit, { title: passkeyWords(visit.language)('add'), shown })
    const user = {
      id: Buffer.from(loginId).toString('base64url'),
      name: account?.email ?? '',
      has: has.map(({ credentialId }) => credentialId.toString('base64url')),
    }
    const asked = ceremonyOf(front, `make ${loginId}`, view.shell.form.csrf)
    return <AddPasskeyPage view={view} ceremony={{ kind: 'make', ...asked, user }} />
  }

async function add(front: Front, visit: Visit) {
  const say = passkeyWords(visit.language)
  const session = open(visit)
  const form = front.form(visit)
  const page = addPage(front)
  const refuse = (because: { code: string; says: string; field?: string }) =>
    front.again(visit, page, { because: [because], typed: { label: form.text('label') } })
  if (!isFresh(session, front.desk.clock.now())) return front.go(visit, '/sign-in/again?to=/account/passkeys')
  const label = form.text('label').normalize('NFC').trim()
  if (label === '' || label.length > 60)
    return refuse({ code: 'required', says: say('give_name'), field: 'label' })
  const { credentialId, data, client } = usedIn(form)
  const made = { credentialId, data, client, publicKey: bytesOf(form, 'public_key') }
  const judged = judgedBy(front, form, `make ${session.loginId}`)
  const added = await addPasskey(front.desk, session, { made, label, judged, language: visit.language })
  return added ? front.go(visit, '/account') : refuse({ code: 'not_added', says: say('not_added') })
}

function keeping(app: FastifyInstance, front: Front): void {
  const mustProve = (visit: Visit) => !isFresh(open(visit), front.desk.clock.now())
  const proveFirst = (visit: Visit, to: string) =>
    front.go(visit, `/sign-in/again?${new URLSearchParams({ to })}`)

  app.get('/account/passkeys', { config: own }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    return mustProve(visit) ? proveFirst(visit, '/account/passkeys') : front.show(visit, addPage(front))
  })

  app.post('/account/passkeys', { config: own }, async (request, reply) =>
    add(front, await front.visit(request, reply)),
  )

  app.post('/account/passkeys/removal', { config: own }, async (request: FastifyRequest, reply) => {
    const visit = await front.visit(request, reply)
    const { text } = front.form(visit)
    if (mustProve(visit)) return proveFirst(visit, '/account')
    await removePasskey(front.desk, open(visit), { id: text('passkey'), language: visit.language })
    return front.go(visit, '/account')
  })
}

/** Passkeys: signing in and proving anew with one, adding one and removing it. */
export function passkeyRoutes(app: FastifyInstance, front: Front): void {
  entering(app, front)
  again(app, front)
  keeping(app, front)
}
