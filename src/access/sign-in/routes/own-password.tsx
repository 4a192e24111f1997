import type { FastifyInstance } from 'fastify'
import { accountWords } from '../account-words.ts'
import { changePassword } from '../change-password.ts'
import type { Front } from '../front.ts'
import type { Page } from '../page.ts'
import { reasonsFor } from './link-pages.tsx'
import { open } from './second-step.tsx'

const config = { who: ['signed in'], behind: 'access/account' }

/** Another password, from the account page, for whoever gives the current one. */
export function ownPasswordRoutes(app: FastifyInstance, front: Front, accountPage: Page): void {
  app.post('/account/password', { config }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    const { language } = visit
    const { typed, text } = front.form(visit)
    const given = { current: text('current_password'), password: text('password') }
    const knock = front.knock(request)
    const changed = await changePassword(front.desk, open(visit), { ...given, language, knock })
    if (changed.outcome === 'wrong') {
      const says = accountWords(language)('current_wrong')
      const wrong = { code: 'wrong', says, field: 'current_password' }
      return front.again(visit, accountPage, { because: [wrong], typed })
    }
    if (changed.outcome === 'refused') {
      const because = reasonsFor(changed.because, { language, alone: changed.alone })
      return front.again(visit, accountPage, { because, typed })
    }
    front.forget(visit)
    return front.go(visit, '/sign-in?done=password_set')
  })
}
