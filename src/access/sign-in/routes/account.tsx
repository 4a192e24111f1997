import type { FastifyInstance } from 'fastify'
import { accountWords } from '../account-words.ts'
import type { Front } from '../front.ts'
import type { Page, Visit } from '../page.ts'
import {
  chooseAssignment,
  isFresh,
  renewRecoveryCodes,
  signOut,
  signOutEverywhere,
  signOutThere,
} from '../in-session.ts'
import { AccountPage } from '../pages/account-page.tsx'
import { RecoveryCodesPage } from '../pages/set-up-page.tsx'
import { tokensOf } from '../tokens.ts'
import { doorWords } from '../words.ts'
import { ownPasswordRoutes } from './own-password.tsx'
import { open } from './second-step.tsx'
import { actorIn, tokenRoutes } from './tokens.tsx'

const config = { who: ['signed in'], behind: 'access/account' }

const accountPage =
  (front: Front): Page =>
  async (visit, shown) => {
    const { desk } = front
    const session = open(visit)
    const { loginId, id: sessionId, place } = session
    const actor = actorIn(visit)
    const [account, sessions, isSetUp, left, passkeys, tokens, nav] = await Promise.all([
      desk.accounts.findById(loginId),
      desk.sessions.list(loginId, desk.clock.now()),
      desk.secondStep.isSetUp(loginId),
      desk.secondStep.recoveryCodesLeft(loginId),
      desk.passkeys.list(loginId),
      tokensOf(desk, actor),
      desk.options.menu?.(actor) ?? [],
    ])
    const codesLeft = isSetUp ? left : undefined
    const data = {
      role: actor.role,
      nav,
      email: account?.email ?? '',
      byClick: session.stage === 'demo',
      sessionId,
      sessions,
      codesLeft,
      passkeys,
      tokens,
      timeZone: place.time_zone,
    }
    return (
      <AccountPage view={front.view(visit, accountWords(visit.language)('account'), shown)} data={data} />
    )
  }

function leaving(app: FastifyInstance, front: Front): void {
  const leave = (visit: Visit) => {
    front.forget(visit)
    return front.go(visit, '/sign-in?done=signed_out')
  }

  app.post('/sign-out', { config }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    front.form(visit)
    if (visit.session !== undefined) await signOut(front.desk, visit.session)
    return leave(visit)
  })

  app.post('/sign-out-everywhere', { config }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    front.form(visit)
    await signOutEverywhere(front.desk, open(visit))
    return leave(visit)
  })

  app.post('/account/session-end', { config }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    const { text } = front.form(visit)
    await signOutThere(front.desk, open(visit), text('session'))
    return front.go(visit, '/account')
  })
}

function proofs(app: FastifyInstance, front: Front): void {
  app.post('/account/recovery-codes', { config }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    front.form(visit)
    const session = open(visit)
    if (!isFresh(session, front.desk.clock.now())) return front.go(visit, '/sign-in/again?to=/account')
    const codes = await renewRecoveryCodes(front.desk, session, visit.language)
    const title = doorWords(visit.language)('set_up_done')
    return front.show({ ...visit, to: '/account' }, (shown) => (
      <RecoveryCodesPage view={front.view(shown, title)} codes={codes} />
    ))
  })
}

/** A person's own account, the change of assignment, and the ways out. */
export function accountRoutes(app: FastifyInstance, front: Front): void {
  app.get('/account', { config }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    return front.show(visit, accountPage(front))
  })

  app.post('/assignment', { config }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    const { text } = front.form(visit)
    front.keepSession(visit, await chooseAssignment(front.desk, open(visit), text('assignment')))
    return front.go(visit, visit.to)
  })

  leaving(app, front)
  proofs(app, front)
  ownPasswordRoutes(app, front, accountPage(front))
  tokenRoutes(app, front, accountPage(front))
}
