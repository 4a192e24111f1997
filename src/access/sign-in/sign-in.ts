import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { Job } from '#platform/jobs.ts'
import { actorOf, assignmentLines } from '../assignments.ts'
import type { Doer } from '../doer.ts'
import { sideOf } from '../roles.ts'
import { Bearers } from '../token.ts'
import { languageOf, type Present } from '../visit.ts'
import { type Desk, openDesk, type SignInOptions } from './desk.ts'
import { Front } from './front.ts'
import { isFresh, proveAgain } from './in-session.ts'
import { sendInvitationTask } from './invite-person.ts'
import { sendInvitation, sendNotices, sendSecondStepLink } from './letters.ts'
import { lasting } from './limits.ts'
import { type ProvidedLogin, provideLogin } from './provide-login.ts'
import { sendSecondStepLinkTask } from './remove-second-step.ts'
import { accountRoutes } from './routes/account.tsx'
import { sendNoticesTask } from './change-address.ts'
import { newAddressRoutes } from './routes/new-address.tsx'
import { invitationRoutes } from './routes/invitation.tsx'
import { newPasswordRoutes } from './routes/new-password.tsx'
import { newSecondStepRoutes } from './routes/new-second-step.tsx'
import { passkeyRoutes } from './routes/passkeys.tsx'
import { secondStepRoutes } from './routes/second-step.tsx'
import { setUpRoutes } from './routes/set-up.tsx'
import { signInRoutes } from './routes/sign-in.tsx'
import { keyedHash } from './secrets.ts'
import type { Session } from './sessions.ts'
import { networkOf } from './throttle.ts'

export type { SignInOptions } from './desk.ts'

export type SignIn = {
  /**
   * Who is at the door, by cookie or bearer token; undefined when nobody is. One query, asked anew at each
   * request: an ended assignment, a person who left or a session that was ended is nobody at the next one.
   * @param options.assume whether a machine may be answered as who it was the last time: for who asks again
   *   in the transaction of what it does
   * @param options.unused whether nobody does anything: a session that only waits is not kept alive by it
   */
  whoIs(
    request: FastifyRequest,
    options?: { assume?: boolean; unused?: boolean },
  ): Promise<Present | undefined>
  /** A mark of the network a request came from, keyed with the installation's secret. */
  markOf(request: FastifyRequest): string
  /** Every page and form of signing in. */
  plugin: FastifyPluginAsync
  /** What follows an invitation, for the job runner. */
  jobs: readonly Job<Doer>[]
  /** Gives somebody an account without an invitation. */
  provideLogin(login: ProvidedLogin): Promise<string>
  /** Everything signing in works with: for the commands that add people. */
  desk: Desk
  /** Finishes what was under way. */
  close(): Promise<void>
}

const never = () => false

const machine = { assignments: [], byCookie: false, csrf: '', ownsForm: never, provenLately: false }

/** A machine at the door. One that asks for a change may be taken for who it was the last time. */
async function byToken(bearers: Bearers, header: string, assume: boolean): Promise<Present | undefined> {
  const last = assume ? bearers.assume(header) : undefined
  if (last !== undefined) return { ...machine, ...last }
  const actor = await bearers.actorOf(header)
  return actor && { ...machine, actor }
}

function bySession(front: Front, session: Session, request: FastifyRequest): Present | undefined {
  const { stage, place, places } = session
  const actor = place && actorOf(place)
  if ((stage !== 'full' && stage !== 'demo') || place === undefined || actor === undefined) return undefined
  const language = languageOf(request, sideOf(actor.role) === 'family' ? place.language : undefined)
  return {
    actor,
    language: place.language,
    assignments: assignmentLines(places, { current: place.assignment_id, language }),
    byCookie: true,
    csrf: front.formOf(session),
    ownsForm: (token) => front.ownsForm(session, token),
    provenLately: isFresh(session, front.desk.clock.now()),
    async proveAgain(reply, proof) {
      const given = { typed: proof, knock: front.knock(request) }
      const token = await proveAgain(front.desk, session, given)
      if (token === undefined) return undefined
      front.keepSession({ reply }, token)
      const next = await front.desk.sessions.find(token, front.desk.clock.now())
      return next && bySession(front, next, request)
    },
  }
}

/** Forgets what ended and what nobody needs any more. Doing it twice does no harm. */
async function tidy({ clock, sessions, links, notices, passkeys, throttle }: Desk): Promise<void> {
  const now = clock.now()
  const before = new Date(now.getTime() - lasting.kept)
  await sessions.forgetEnded(now)
  await links.forgetBefore(before)
  await throttle.forgetBefore(before)
  await passkeys.forgetSpent(now)
  await notices.forgetBefore(new Date(now.getTime() - lasting.notice))
}

/** What the door does by itself. */
export const jobsOfTheDoor = (desk: Desk): Job<Doer>[] => [
  { name: sendInvitationTask, run: (_doer, payload) => sendInvitation(desk, String(payload['link_id'])) },
  { name: sendNoticesTask, run: () => sendNotices(desk) },
  {
    name: sendSecondStepLinkTask,
    run: (_doer, payload) => sendSecondStepLink(desk, String(payload['link_id'])),
  },
  { name: 'access/tidy-sign-in', run: () => tidy(desk) },
]

/** Opens the door of the house. */
export async function createSignIn(options: SignInOptions): Promise<SignIn> {
  const desk = await openDesk(options)
  const front = new Front(desk)
  const bearers = new Bearers(desk)
  const rooms = [
    signInRoutes,
    secondStepRoutes,
    passkeyRoutes,
    setUpRoutes,
    newPasswordRoutes,
    newAddressRoutes,
    newSecondStepRoutes,
    invitationRoutes,
    accountRoutes,
  ]
  return {
    desk,
    async whoIs(request, { assume = false, unused = false } = {}) {
      const { authorization } = request.headers
      if (authorization?.toLowerCase().startsWith('bearer ')) return byToken(bearers, authorization, assume)
      const session = await front.sessionOf(request, { unused })
      return session && bySession(front, session, request)
    },
    markOf: ({ ip }) => keyedHash(desk.keys.asking, networkOf(ip)).toString('hex'),
    plugin: async (app) => {
      for (const room of rooms) room(app, front)
    },
    jobs: jobsOfTheDoor(desk),
    provideLogin: (login) => provideLogin(desk, login),
    close: () => desk.close(),
  }
}
