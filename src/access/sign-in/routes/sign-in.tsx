import type { FastifyInstance } from 'fastify'
import type { Reason } from '#platform/problem.ts'
import type { Language } from '#platform/words.ts'
import { asCastMember, demoCast } from '../demo-cast.ts'
import { evenly } from '../even-answer.ts'
import type { Front } from '../front.ts'
import type { Page, Visit } from '../page.ts'
import { NothingInForcePage } from '../pages/code-page.tsx'
import { type SignInNote, SignInPage } from '../pages/sign-in-page.tsx'
import { sendAnotherLink } from '../new-second-step.ts'
import { addressOf, type Entry, withPassword } from '../ways-in.ts'
import { doorWords } from '../words.ts'

const config = { who: ['anyone'], behind: 'access/sign-in' }

const notes: readonly SignInNote[] = ['signed_out', 'password_set', 'address_set']
const noteOf = ({ request }: Visit): SignInNote => {
  const { done } = request.query as { done?: string }
  return notes.find((note) => note === done)
}

function mistakesIn({ email, password }: { email: string; password: string }, language: Language): Reason[] {
  const say = doorWords(language)
  return [
    ...(email.trim() === '' ? [{ code: 'required', says: say('give_email'), field: 'email' }] : []),
    ...(password === '' ? [{ code: 'required', says: say('give_password'), field: 'password' }] : []),
  ]
}

/** Everything was right, and there is nothing to open. */
const nothingInForcePage =
  (front: Front): Page =>
  (visit) => {
    const view = front.view(visit, doorWords(visit.language)('nothing_in_force'))
    return <NothingInForcePage view={view} />
  }

const signInPage =
  (front: Front): Page =>
  async (visit, shown) => {
    const { desk } = front
    const cast = desk.options.demo ? await demoCast(desk.db, desk.clock.now()) : []
    const view = front.view(visit, doorWords(visit.language)('sign_in'), shown)
    return <SignInPage view={view} note={shown ? undefined : noteOf(visit)} cast={cast} />
  }

function password(app: FastifyInstance, front: Front): void {
  const page = signInPage(front)

  app.get('/sign-in', { config }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    const stage = visit.session?.stage
    if (stage === 'second_step') return front.go(visit, front.along('/sign-in/second-step', visit))
    if (stage === 'set_up') return front.go(visit, front.along('/set-up/second-step', visit))
    return front.show(visit, page)
  })

  app.post('/sign-in', { config }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    const { language } = visit
    const { typed, text } = front.form(visit)
    const given = { email: text('email'), password: text('password') }
    const because = mistakesIn(given, language)
    if (because.length > 0) return front.again(visit, page, { because, typed })
    const isWrong = ({ outcome }: Entry) => outcome === 'wrong'
    const knock = { ...front.knock(request), shared: text('shared') === 'yes' }
    const entry = await evenly(() => withPassword(front.desk, given, knock), isWrong)
    if (entry.outcome === 'link_owed') await sendAnotherLink(front.desk, addressOf(given.email), language)
    if (entry.outcome !== 'wrong') return front.proceed(visit, entry)
    const wrong = { code: 'wrong', says: doorWords(language)('wrong'), field: 'email' }
    return front.again(visit, page, { because: [wrong], typed })
  })
}

/** The first step, and the door of a demo district. */
export function signInRoutes(app: FastifyInstance, front: Front): void {
  const { desk } = front
  password(app, front)

  app.get('/sign-in/nothing-open', { config }, async (request, reply) =>
    front.show(await front.visit(request, reply), nothingInForcePage(front)),
  )

  app.post('/sign-in/demo', { config }, async (request, reply) => {
    const visit = await front.visit(request, reply)
    const { text } = front.form(visit)
    const token = await asCastMember(desk, text('person'), front.knock(request))
    if (visit.session !== undefined) await desk.sessions.end(visit.session.id)
    front.keepSession(visit, token)
    return front.go(visit, visit.to)
  })
}
