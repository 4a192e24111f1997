import type { FastifyInstance } from 'fastify'
import { evenly } from '../even-answer.ts'
import type { Front } from '../front.ts'
import {
  askForNewPassword,
  findNewPasswordLink,
  type OpenNewPassword,
  setNewPassword,
} from '../new-password.ts'
import type { Page } from '../page.ts'
import { ForgotPasswordPage, LinkSentPage, NewPasswordPage } from '../pages/password-pages.tsx'
import { doorWords } from '../words.ts'
import { gonePage, reasonsFor, tokenOf } from './link-pages.tsx'

const config = { who: ['anyone'], behind: 'access/new-password' }

function forgotPassword(app: FastifyInstance, front: Front): void {
  const page: Page = (visit, shown) => (
    <ForgotPasswordPage view={front.view(visit, doorWords(visit.language)('forgotten'), shown)} />
  )
  const sentPage: Page = (visit) => (
    <LinkSentPage view={front.view(visit, doorWords(visit.language)('link_sent'))} />
  )

  app.get('/forgot-password', { config }, async (request, reply) =>
    front.show(await front.visit(request, reply), page),
  )

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
  const pageFor =
    (open: OpenNewPassword): Page =>
    (visit, shown) => {
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

/** A new password by mail: opening the link changes nothing, sending its form uses it up. */
export function newPasswordRoutes(app: FastifyInstance, front: Front): void {
  forgotPassword(app, front)
  newPassword(app, front)
}
