import type { FastifyInstance } from 'fastify'
import { Problem } from '#platform/problem.ts'
import type { Front } from '../front.ts'
import type { Page, Visit } from '../page.ts'
import { isFresh } from '../in-session.ts'
import { RecoveryCodesPage, SetUpPage } from '../pages/set-up-page.tsx'
import type { Session } from '../sessions.ts'
import { offerSecondStep, setUpSecondStep } from '../set-up-second-step.ts'
import { doorWords } from '../words.ts'

const config = { who: ['password given', 'signed in'], behind: 'access/set-up-second-step' }

/**
 * Who may set up an app: somebody who has none yet and gave the password, or somebody signed in who proved
 * who they are just now.
 * @throws Problem sign_in_needed
 */
function settingUp({ session }: Visit, now: Date): Session | 'prove_again' {
  if (session?.stage === 'set_up') return session
  if (session?.stage !== 'full' || session.place === undefined) throw new Problem('sign_in_needed')
  return isFresh(session, now) ? session : 'prove_again'
}

const setUpPage =
  (front: Front, session: Session): Page =>
  async (visit, shown) => {
    const offer = await offerSecondStep(front.desk, session)
    return <SetUpPage view={front.view(visit, doorWords(visit.language)('set_up'), shown)} offer={offer} />
  }

/** The ten codes, once. A session that got a new token here shows it in the forms of this page already. */
const codesPage =
  (front: Front, codes: readonly string[]): Page =>
  (visit) => (
    <RecoveryCodesPage view={front.view(visit, doorWords(visit.language)('set_up_done'))} codes={codes} />
  )

/** Setting up the authenticator app: all that a person who has none can reach. */
export function setUpRoutes(app: FastifyInstance, front: Front): void {
  const { desk } = front
  const proveFirst = (visit: Visit) => front.go(visit, '/sign-in/again?to=/set-up/second-step')

  app.get('/set-up/second-step', { config }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    const session = settingUp(visit, desk.clock.now())
    return session === 'prove_again' ? proveFirst(visit) : front.show(visit, setUpPage(front, session))
  })

  app.post('/set-up/second-step', { config }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    const { typed, text } = front.form(visit)
    const session = settingUp(visit, desk.clock.now())
    if (session === 'prove_again') return proveFirst(visit)
    const done = await setUpSecondStep(desk, session, { typed: text('code'), language: visit.language })
    if (done.outcome === 'wrong') {
      const wrong = { code: 'wrong', says: doorWords(visit.language)('code_wrong'), field: 'code' }
      return front.again(visit, setUpPage(front, session), { because: [wrong], typed })
    }
    if (done.outcome === 'nothing_in_force') return front.proceed(visit, done)
    if (done.token !== undefined)
      front.remember(visit, { token: done.token, email: done.email, shared: session.shared })
    return front.show(visit, codesPage(front, done.codes))
  })
}
