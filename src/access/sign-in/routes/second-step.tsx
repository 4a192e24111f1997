import type { FastifyInstance } from 'fastify'
import { Problem } from '#platform/problem.ts'
import type { Front } from '../front.ts'
import type { Page, Visit } from '../page.ts'
import { proveAgain, provesWith } from '../in-session.ts'
import { AgainPage } from '../pages/again-page.tsx'
import { CodePage, RecoveryCodePage } from '../pages/code-page.tsx'
import type { Session } from '../sessions.ts'
import { withProof } from '../ways-in.ts'
import { doorWords } from '../words.ts'

const halfway = { who: ['password given'], behind: 'access/sign-in' }
const signedIn = { who: ['signed in'], behind: 'access/sign-in' }

const codePage =
  (front: Front): Page =>
  (visit, shown) => <CodePage view={front.view(visit, doorWords(visit.language)('second_step'), shown)} />
const againPage =
  (front: Front): Page =>
  async (visit, shown) => {
    const view = front.view(visit, doorWords(visit.language)('again'), shown)
    const session = open(visit)
    const [by, passkeys] = await Promise.all([
      provesWith(front.desk, session),
      front.desk.passkeys.list(session.loginId),
    ])
    return <AgainPage view={view} by={by} hasPasskey={passkeys.length > 0} />
  }
const recoveryPage =
  (front: Front): Page =>
  (visit, shown) => (
    <RecoveryCodePage view={front.view(visit, doorWords(visit.language)('recovery'), shown)} />
  )

/**
 * The session of somebody whose password was right and who owes the second step.
 * @throws Problem sign_in_needed
 */
export function owing({ session }: Visit): Session {
  if (session?.stage !== 'second_step') throw new Problem('sign_in_needed')
  return session
}

/** The session of somebody who is signed in. @throws Problem sign_in_needed */
export function open({ session }: Visit): Session & { place: NonNullable<Session['place']> } {
  const isOpen = session?.stage === 'full' || session?.stage === 'demo'
  if (!isOpen || session.place === undefined) throw new Problem('sign_in_needed')
  return { ...session, place: session.place }
}

function secondStep(app: FastifyInstance, front: Front): void {
  app.get('/sign-in/second-step', { config: halfway }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    owing(visit)
    return front.show(visit, codePage(front))
  })

  app.post('/sign-in/second-step', { config: halfway }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    const { typed, text } = front.form(visit)
    const entry = await withProof(front.desk, owing(visit), { by: 'code', typed: text('code') })
    if (entry.outcome !== 'wrong') return front.proceed(visit, entry)
    const say = doorWords(visit.language)
    const says = say(text('code').trim() === '' ? 'give_code' : 'code_wrong')
    return front.again(visit, codePage(front), { because: [{ code: 'wrong', says, field: 'code' }], typed })
  })
}

function recoveryCode(app: FastifyInstance, front: Front): void {
  app.get('/sign-in/recovery-code', { config: halfway }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    owing(visit)
    return front.show(visit, recoveryPage(front))
  })

  app.post('/sign-in/recovery-code', { config: halfway }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    const { typed, text } = front.form(visit)
    const entry = await withProof(front.desk, owing(visit), {
      by: 'recovery_code',
      typed: text('recovery_code'),
    })
    if (entry.outcome !== 'wrong') return front.proceed(visit, entry)
    const says = doorWords(visit.language)('recovery_wrong')
    const because = [{ code: 'wrong', says, field: 'recovery_code' }]
    return front.again(visit, recoveryPage(front), { because, typed })
  })
}

function again(app: FastifyInstance, front: Front): void {
  app.get('/sign-in/again', { config: signedIn }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    open(visit)
    return front.show(visit, againPage(front))
  })

  app.post('/sign-in/again', { config: signedIn }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    const { typed, text } = front.form(visit)
    const session = open(visit)
    const by = await provesWith(front.desk, session)
    const token = await proveAgain(front.desk, session, { typed: text(by), knock: front.knock(request) })
    if (token === undefined) {
      const wrong = { code: 'wrong', says: doorWords(visit.language)(`${by}_wrong`), field: by }
      return front.again(visit, againPage(front), { because: [wrong], typed })
    }
    front.keepSession(visit, token)
    return front.go(visit, visit.to)
  })
}

/** The second step: a code of the app, a recovery code, and a fresh code before something grave. */
export function secondStepRoutes(app: FastifyInstance, front: Front): void {
  secondStep(app, front)
  recoveryCode(app, front)
  again(app, front)
}
