import type { FastifyInstance } from 'fastify'
import { anewWords } from '../anew-words.ts'
import type { Front } from '../front.ts'
import { enrolAnew, findSecondStepLink, type OpenSecondStep } from '../new-second-step.ts'
import type { Page } from '../page.ts'
import { EnrolAnewPage, LinkOwedPage, SecondStepLinkGonePage } from '../pages/anew-pages.tsx'
import { doorWords } from '../words.ts'
import { tokenOf } from './link-pages.tsx'

const config = { who: ['anyone'], behind: 'access/new-second-step' }

/**
 * A second step set up anew by somebody who lost it, from the link in their mail: opening the link changes
 * nothing, sending its form with the password leads to the page that sets it up.
 */
export function newSecondStepRoutes(app: FastifyInstance, front: Front): void {
  const { desk } = front
  const gonePage: Page = (visit) => (
    <SecondStepLinkGonePage view={front.view(visit, doorWords(visit.language)('link_gone'))} />
  )
  const owedPage: Page = (visit) => (
    <LinkOwedPage view={front.view(visit, anewWords(visit.language)('owed'))} />
  )
  const pageFor =
    ({ account }: OpenSecondStep): Page =>
    (visit, shown) => {
      const view = front.view(visit, anewWords(visit.language)('title'), shown)
      const path = `/new-second-step/${tokenOf(visit.request)}`
      return <EnrolAnewPage view={view} path={path} email={account.email} />
    }

  app.get('/sign-in/link-owed', { config }, async (request, reply) =>
    front.show(await front.visit(request, reply), owedPage),
  )

  app.get('/new-second-step/:token', { config }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    const found = await findSecondStepLink(desk, tokenOf(request))
    return front.show(visit, found === undefined ? gonePage : pageFor(found))
  })

  app.post('/new-second-step/:token', { config }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    const { typed, text } = front.form(visit)
    const found = await findSecondStepLink(desk, tokenOf(request))
    if (found === undefined) return front.show(visit, gonePage)
    const entry = await enrolAnew(desk, found, { password: text('password'), knock: front.knock(request) })
    if (entry.outcome === 'gone') return front.show(visit, gonePage)
    if (entry.outcome !== 'wrong') return front.proceed(visit, entry)
    const wrong = { code: 'wrong', says: doorWords(visit.language)('password_wrong'), field: 'password' }
    return front.again(visit, pageFor(found), { because: [wrong], typed })
  })
}
