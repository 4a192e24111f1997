import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Reason } from '#platform/problem.ts'
import type { Language } from '#platform/words.ts'
import { evenly } from '../even-answer.ts'
import type { Front, Page, Visit } from '../front.ts'
import { passwordLength } from '../limits.ts'
import { askForNewPassword, findNewPasswordLink, type OpenNewPassword, setNewPassword } from '../new-password.ts'
import {
  ForgotPasswordPage, InvitationPage, LinkGonePage, LinkSentPage, NewPasswordPage,
} from '../pages/password-pages.tsx'
import type { PasswordObstacle } from '../password-rules.ts'
import { findInvitation, type OpenInvitation, takeUpInvitation } from '../take-up-invitation.ts'
import { doorWords } from '../words.ts'

const config = { who: ['anyone'], behind: 'access/sign-in' }

const tokenOf = (request: FastifyRequest) => (request.params as { token: string }).token

const gonePage = (front: Front): Page => (visit) => (
  <LinkGonePage view={front.view(visit, doorWords(visit.language)('link_gone'))} />
)

function reasonsFor(obstacles: readonly PasswordObstacle[], { language, alone }: { language: Language; alone: boolean }) {
  const say = doorWords(language)
  const least = alone ? passwordLength.alone : passwordLength.withSecondStep
  return obstacles.map((code): Reason => {
    const says = code === 'too_short' ? say(code, { least }) : say(code)
    return { code, says, field: 'password' }
  })
}

function forgotPassword(app: FastifyInstance, front: Front): void {
  const page: Page = (visit, shown) => (
    <ForgotPasswordPage view={front.view(visit, doorWords(visit.language)('forgotten'), shown)} />
  )
  const sentPage: Page = (visit) => <LinkSentPage view={front.view(visit, doorWords(visit.language)('link_sent'))} />

  app.get('/forgot-password', { config }, async (request, reply) => front.show(await front.visit(request, reply), page))

  app.post('/forgot-password', { config }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    const { language } = visit
    const { typed, text } = front.form(visit)
    if (text('email').trim() === '') {
      const missing = { code: 'required', says: doorWords(language)('give_email'), field: 'email' }
      return front.again(visit, page, { because: [missing], typed })
    }
    await evenly(() => askForNewPassword(front.desk, { email: text('email'), ip: request.ip, language }))
    return front.show(visit, sentPage)
  })
}

function newPassword(app: FastifyInstance, front: Front): void {
  const pageFor = (open: OpenNewPassword): Page => (visit, shown) => {
    const view = front.view(visit, doorWords(visit.language)('new_password'), shown)
    const path = `/new-password/${tokenOf(visit.request)}`
    return <NewPasswordPage view={view} path={path} email={open.email} alone={open.alone} />
  }

  app.get('/new-password/:token', { config }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    const link = await findNewPasswordLink(front.desk, tokenOf(request))
    return front.show(visit, link === undefined ? gonePage(front) : pageFor(link))
  })

  app.post('/new-password/:token', { config }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    const { language } = visit
    const { typed, text } = front.form(visit)
    const link = await findNewPasswordLink(front.desk, tokenOf(request))
    if (link === undefined) return front.show(visit, gonePage(front))
    const outcome = await setNewPassword(front.desk, link, { password: text('password'), language })
    if (outcome === 'gone') return front.show(visit, gonePage(front))
    if (outcome.length > 0) {
      const because = reasonsFor(outcome, { language, alone: link.alone })
      return front.again(visit, pageFor(link), { because, typed })
    }
    front.forget(visit)
    return front.go(visit, '/sign-in?done=password_set')
  })
}

function invitation(app: FastifyInstance, front: Front): void {
  const pageFor = ({ person, account, alone }: OpenInvitation): Page => (visit, shown) => (
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

  app.get('/invitation/:token', { config }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    const found = await findInvitation(front.desk, tokenOf(request))
    return front.show(visit, found === undefined ? gonePage(front) : pageFor(found))
  })

  app.post('/invitation/:token', { config }, async (request, reply) => {
    const visit: Visit = await front.visit(request, reply)
    const { language } = visit
    const { typed, text } = front.form(visit)
    const found = await findInvitation(front.desk, tokenOf(request))
    if (found === undefined) return front.show(visit, gonePage(front))
    const given = { password: text('password'), knock: front.knock(request) }
    const outcome = await takeUpInvitation(front.desk, found, given)
    if (outcome.outcome === 'gone') return front.show(visit, gonePage(front))
    if (outcome.outcome === 'refused') {
      const because = reasonsFor(outcome.because, { language, alone: found.alone })
      return front.again(visit, pageFor(found), { because, typed })
    }
    if (outcome.outcome === 'wrong') {
      const wrong = { code: 'wrong', says: doorWords(language)('password_wrong'), field: 'password' }
      return front.again(visit, pageFor(found), { because: [wrong], typed })
    }
    return front.proceed(visit, outcome)
  })
}

/** Links from mail: opening one changes nothing, sending its form uses it up. */
export function linkRoutes(app: FastifyInstance, front: Front): void {
  forgotPassword(app, front)
  newPassword(app, front)
  invitation(app, front)
}
