import type { FastifyInstance } from 'fastify'
import { evenly } from '../even-answer.ts'
import type { Front } from '../front.ts'
import type { Page } from '../page.ts'
import { InvitationGonePage, InvitationPage, LinkSentPage } from '../pages/password-pages.tsx'
import { renewInvitation } from '../renew-invitation.ts'
import { findInvitation, type OpenInvitation, takeUpInvitation } from '../take-up-invitation.ts'
import { doorWords } from '../words.ts'
import { reasonsFor, tokenOf } from './link-pages.tsx'

const config = { who: ['anyone'], behind: 'access/take-up-invitation' }

const invitationPage =
  (front: Front, { person, account, alone }: OpenInvitation): Page =>
  (visit, shown) => (
    <InvitationPage
      view={front.view(visit, doorWords(visit.language)('sign_in'), shown)}
      path={`/invitation/${tokenOf(visit.request)}`}
      name={person.name}
      email={person.email}
      district={person.districtName}
      known={account !== undefined}
      alone={alone}
    />
  )

/** For a link that does not work, for whatever reason: the same page. */
const gonePage =
  (front: Front): Page =>
  (visit) => {
    const view = front.view(visit, doorWords(visit.language)('link_gone'))
    return <InvitationGonePage view={view} path={`/invitation/${tokenOf(visit.request)}/renewal`} />
  }

function renewal(app: FastifyInstance, front: Front): void {
  const behind = { who: ['anyone'], behind: 'access/renew-invitation' }
  const sentPage: Page = (visit) => (
    <LinkSentPage view={front.view(visit, doorWords(visit.language)('link_sent'))} invited />
  )
  app.post('/invitation/:token/renewal', { config: behind }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    front.form(visit)
    await evenly(() => renewInvitation(front.desk, { token: tokenOf(request), ip: request.ip }))
    return front.show(visit, sentPage)
  })
}

/** Taking up an invitation: opening the link changes nothing, sending the form uses it up. */
export function invitationRoutes(app: FastifyInstance, front: Front): void {
  renewal(app, front)
  app.get('/invitation/:token', { config }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    const found = await findInvitation(front.desk, tokenOf(request))
    return front.show(visit, found === undefined ? gonePage(front) : invitationPage(front, found))
  })

  app.post('/invitation/:token', { config }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    const { language } = visit
    const { typed, text } = front.form(visit)
    const found = await findInvitation(front.desk, tokenOf(request))
    if (found === undefined) return front.show(visit, gonePage(front))
    const given = { password: text('password'), knock: front.knock(request) }
    const outcome = await takeUpInvitation(front.desk, found, given)
    if (outcome.outcome === 'gone') return front.show(visit, gonePage(front))
    if (outcome.outcome === 'refused') {
      const because = reasonsFor(outcome.because, { language, alone: found.alone })
      return front.again(visit, invitationPage(front, found), { because, typed })
    }
    if (outcome.outcome === 'wrong') {
      const wrong = { code: 'wrong', says: doorWords(language)('password_wrong'), field: 'password' }
      return front.again(visit, invitationPage(front, found), { because: [wrong], typed })
    }
    return front.proceed(visit, outcome)
  })
}
