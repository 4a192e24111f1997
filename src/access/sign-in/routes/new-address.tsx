import type { FastifyInstance } from 'fastify'
import { mailAddress } from '#platform/given.ts'
import type { Language } from '#platform/words.ts'
import { addressWords } from '../address-words.ts'
import type { Front } from '../front.ts'
import { isFresh } from '../in-session.ts'
import { askForNewAddress, confirmNewAddress, findNewAddress, type OpenNewAddress } from '../new-address.ts'
import type { Page, Visit } from '../page.ts'
import {
  AddressAskedPage,
  AddressGonePage,
  AskAddressPage,
  ConfirmAddressPage,
} from '../pages/address-pages.tsx'
import { addressOf } from '../ways-in.ts'
import { doorWords } from '../words.ts'
import { tokenOf } from './link-pages.tsx'
import { open } from './second-step.tsx'

const own = { who: ['signed in'], behind: 'access/account' }
const byLink = { who: ['anyone'], behind: 'access/new-address' }

/** Why this is no address to change to, before anything is sent. */
function mistakeIn(email: string, current: string, language: Language) {
  const say = addressWords(language)
  if (email === addressOf(current)) return { code: 'same', says: say('same'), field: 'email' }
  if (!mailAddress.safeParse(email).success) return { code: 'not_one', says: say('not_one'), field: 'email' }
  return undefined
}

function asking(app: FastifyInstance, front: Front): void {
  const { desk } = front
  const emailOf = async (visit: Visit) => (await desk.accounts.findById(open(visit).loginId))?.email ?? ''
  const page: Page = async (visit, shown) => {
    const view = front.view(visit, addressWords(visit.language)('title'), shown)
    return <AskAddressPage view={view} email={await emailOf(visit)} />
  }
  const sentPage: Page = (visit) => (
    <AddressAskedPage view={front.view(visit, addressWords(visit.language)('sent'))} />
  )
  const mustProve = (visit: Visit) => !isFresh(open(visit), desk.clock.now())
  const proveFirst = (visit: Visit) => front.go(visit, '/sign-in/again?to=/account/address')

  app.get('/account/address', { config: own }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    return mustProve(visit) ? proveFirst(visit) : front.show(visit, page)
  })

  app.post('/account/address', { config: own }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    const { language } = visit
    const { typed, text } = front.form(visit)
    if (mustProve(visit)) return proveFirst(visit)
    const email = addressOf(text('email'))
    const mistake = mistakeIn(email, await emailOf(visit), language)
    if (mistake !== undefined) return front.again(visit, page, { because: [mistake], typed })
    await askForNewAddress(desk, open(visit), { email, language })
    return front.show(visit, sentPage)
  })
}

function confirming(app: FastifyInstance, front: Front): void {
  const { desk } = front
  const gonePage: Page = (visit) => (
    <AddressGonePage view={front.view(visit, doorWords(visit.language)('link_gone'))} />
  )
  const pageFor =
    ({ link }: OpenNewAddress): Page =>
    (visit, shown) => {
      const view = front.view(visit, addressWords(visit.language)('confirm'), shown)
      const path = `/new-address/${tokenOf(visit.request)}`
      return <ConfirmAddressPage view={view} path={path} email={link.new_address} />
    }

  app.get('/new-address/:token', { config: byLink }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    const found = await findNewAddress(desk, tokenOf(request))
    return front.show(visit, found === undefined ? gonePage : pageFor(found))
  })

  app.post('/new-address/:token', { config: byLink }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    const { language, session } = visit
    const { typed, text } = front.form(visit)
    const found = await findNewAddress(desk, tokenOf(request))
    if (found === undefined) return front.show(visit, gonePage)
    const given = { password: text('password'), language, knock: front.knock(request), session }
    const outcome = await confirmNewAddress(desk, found, given)
    if (outcome === 'gone') return front.show(visit, gonePage)
    if (outcome === 'wrong') {
      const wrong = { code: 'wrong', says: addressWords(language)('password_wrong'), field: 'password' }
      return front.again(visit, pageFor(found), { because: [wrong], typed })
    }
    const isOwn = session?.loginId === found.account.id && session.stage === 'full'
    const token = isOwn && (await desk.sessions.renew(session, { now: desk.clock.now() }))
    if (!token) return front.go(visit, '/sign-in?done=address_set')
    front.remember(visit, { token, email: found.link.new_address, shared: session.shared })
    return front.go(visit, '/account')
  })
}

/** Another address to sign in with: asked for on one's account, confirmed from the mail of the new one. */
export function newAddressRoutes(app: FastifyInstance, front: Front): void {
  asking(app, front)
  confirming(app, front)
}
