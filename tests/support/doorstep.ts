import { h } from 'preact'
import type { Breached } from '#access/sign-in/breached.ts'
import { invitePerson, sendInvitationTask } from '#access/sign-in/invite-person.ts'
import { createSignIn, type SignIn } from '#access/sign-in/sign-in.ts'
import { codeAt, newTotpSecret } from '#access/sign-in/totp.ts'
import { createApp } from '#platform/http/app.ts'
import type { Mail, Message } from '#platform/mail.ts'
import type { Problem } from '#platform/problem.ts'
import { cast, type CastKey } from '../riverside/cast.ts'
import { riversideId } from '../riverside/places.ts'
import { Browser } from './browser.ts'
import { riverside, type World } from './riverside.ts'

/** The password of everybody who was readied. */
export const password = 'kettle orbit frost 9'

/** The path of the link in a letter. */
export const linkIn = (text: string | undefined): string =>
  new URL(/http:\S+/.exec(text ?? '')?.[0] ?? 'http://localhost/none').pathname

/** The secret a set-up page shows. */
export const secretOn = (page: string): string =>
  (/<code>([A-Z2-7 ]{39})<\/code>/.exec(page)?.[1] ?? '').replaceAll(' ', '')

/** How a house is opened: in a demo district, over TLS, and with letters that leave by a mail server. */
type Opening = { demo: boolean; secure: boolean; post: Mail | undefined; breached?: Breached | undefined }

/** A door on the world, and what it hands out. */
async function openDoor(world: World, { demo, secure, post, breached }: Opening) {
  const mail: Message[] = []
  const errors: Error[] = []
  const log = ({ error }: { error: Error }) => void errors.push(error)
  const door = await createSignIn({
    auth: world.login('auth'),
    db: world.db,
    clock: world.clock,
    secret: 'a secret for specs that is long enough',
    secure,
    demo,
    baseUrl: 'http://localhost',
    mail: post ?? { send: async (message) => void mail.push(message), close: () => undefined },
    breached,
    assets: { href: (name) => `/assets/${name}`, folder: '', files: new Set() },
    log,
  })
  const problemPage = (problem: Problem) => h('p', {}, problem.code)
  const app = await createApp({ secure, log, problemPage })
  await app.register(door.plugin)
  const config = { who: ['anyone'], behind: 'spec' }
  app.get('/who', { config }, async (request) => (await door.whoIs(request)) ?? { nobody: true })
  return { door, app, mail, errors }
}

/** People of the cast who can sign in. */
function signingIn(world: World, door: SignIn, browser: () => Browser) {
  const secrets = new Map<CastKey, string>()
  const after = (minutes: number) => world.clock.set(new Date(world.clock.now().getTime() + minutes * 60_000))
  /** Gives somebody of the cast a password and an app, once. */
  const readied = async (key: CastKey) => {
    if (secrets.has(key)) return
    const totpSecret = newTotpSecret()
    const { id: personId, email } = cast[key]
    await door.provideLogin({ districtId: riversideId, personId, email, password, totpSecret })
    secrets.set(key, totpSecret)
  }
  /** What the person's app shows now. */
  const codeOf = (key: CastKey) => codeAt(secrets.get(key) ?? '', world.clock.now())
  /**
   * A browser in which somebody of the cast has just signed in. A minute passes, so that their code is new.
   */
  const signedIn = async (key: CastKey, own: Browser = browser()): Promise<Browser> => {
    await readied(key)
    after(1)
    await own.fill('/sign-in', { email: cast[key].email, password })
    await own.fill('/sign-in/second-step', { code: codeOf(key) })
    return own
  }
  /** What was written down about a person's sign-ins, as "role: name". */
  const signInsOf = async (key: CastKey) =>
    (await world.trailOf('subject_id = $1 and kind = $2', [cast[key].id, 'sign_in'])).map(
      ({ role, name }) => `${role}: ${name}`,
    )
  return { after, readied, codeOf, signedIn, signInsOf }
}

type Asked = { payload: { link_id: string; district_id: string } }

/** What the mail server and the job runner would do. */
function posting(world: World, { door, mail }: { door: SignIn; mail: Message[] }) {
  /** Sends every invitation that was asked for and not sent. */
  const sendInvitations = async () => {
    const { rows } = await world.admin.query<Asked>(
      `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
       where t.id = j.task_id and t.identifier = $1 returning j.payload`,
      [sendInvitationTask],
    )
    const job = door.jobs.find(({ name }) => name === sendInvitationTask)
    for (const { payload } of rows) await job?.run(world.being('ben'), payload)
  }
  /** Invites somebody of the cast. @returns the path of the link in the letter they get */
  const invited = async (key: CastKey): Promise<string> => {
    await invitePerson.perform(world.being('ben'), { personId: cast[key].id })
    await sendInvitations()
    return linkIn(mail.at(-1)?.text)
  }
  /** Waits until so many letters have come: some are sent after the answer was given. */
  const letters = async (count: number): Promise<Message[]> => {
    const giveUpAt = performance.now() + 5000
    while (mail.length < count && performance.now() < giveUpAt) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return mail
  }
  return { sendInvitations, invited, letters }
}

/**
 * Riverside with its front door: real requests, a clock that stands still, and mail that can be read.
 * @param told a world in which something was told already
 */
export async function doorstep({
  demo = false,
  secure = false,
  post,
  breached,
  told,
}: Partial<Opening> & { told?: World | undefined } = {}) {
  const world = told ?? (await riverside())
  const opened = await openDoor(world, { demo, secure, post, breached })
  const { door, app } = opened
  const browser = (ip?: string) => new Browser(app, { secure, ip })
  const close = async () => {
    await app.close()
    await door.close()
    await world.close()
  }
  return {
    ...world,
    ...opened,
    ...signingIn(world, door, browser),
    ...posting(world, opened),
    browser,
    close,
  }
}

export type Doorstep = Awaited<ReturnType<typeof doorstep>>
