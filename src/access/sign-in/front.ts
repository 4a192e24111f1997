import type { FastifyReply, FastifyRequest } from 'fastify'
import { inOrderOfFields, sendPage, wantsJson } from '#platform/http/answer.ts'
import { type Body, readBody } from '#platform/http/body.ts'
import { checkOrigin } from '#platform/http/headers.ts'
import type { Typed } from '#platform/http/screen.ts'
import { Problem, type Reason } from '#platform/problem.ts'
import { assignmentLines } from '../assignments.ts'
import { shellOf } from '../shell.ts'
import { languageOf } from '../visit.ts'
import { type CookieJar, cookieJar } from './cookies.ts'
import type { Desk } from './desk.ts'
import { rememberedBrowser } from './known-browser.ts'
import { lasting } from './limits.ts'
import { type Page, pathOf, type Shown, type View, type Visit, withoutSecrets } from './page.ts'
import { isMark, mark, newToken } from './secrets.ts'
import type { Session } from './sessions.ts'
import type { Entry, Knock } from './ways-in.ts'

/** The counter: reads who stands at it, hands out pages and cookies, takes forms. */
export class Front {
  readonly desk: Desk
  readonly #jar: CookieJar

  constructor(desk: Desk) {
    this.desk = desk
    this.#jar = cookieJar(desk.options.secure)
  }

  /**
   * The session of a request, at whatever stage. A session of the demo door is one only while that door is
   * open.
   */
  async sessionOf(request: FastifyRequest, { unused = false } = {}): Promise<Session | undefined> {
    const token = this.#jar.read(request, 'session')
    const session =
      token === undefined
        ? undefined
        : await this.desk.sessions.find(token, this.desk.clock.now(), { unused })
    return session?.stage === 'demo' && !this.desk.options.demo ? undefined : session
  }

  async visit(request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
    const session = await this.sessionOf(request)
    const given = { ...(request.query as object), ...(request.body as object | undefined) } as Record<
      string,
      unknown
    >
    return { request, reply, session, language: languageOf(request), to: pathOf(given['to']) }
  }

  knock(request: FastifyRequest): Knock {
    const browser = request.headers['user-agent'] ?? ''
    return { ip: request.ip, browser, known: this.#jar.read(request, 'browser') }
  }

  /** The form token of a session. */
  formOf(session: Session): string {
    return mark(this.desk.keys.form, session.token)
  }

  ownsForm(session: Session, csrf: string | undefined): boolean {
    return isMark(this.desk.keys.form, session.token, csrf)
  }

  /** The form token of a page: of the session, or of a cookie that is there only for this. */
  #formFor({ request, reply, session }: Visit): string {
    if (session !== undefined) return this.formOf(session)
    const known = this.#jar.read(request, 'form')
    const value = known ?? newToken()
    if (known === undefined) this.#jar.put(reply, 'form', { value })
    return mark(this.desk.keys.form, value)
  }

  /**
   * Reads a form, once it is sure that it was filled in on a page of ours, in this browser.
   * @throws Problem wrong_origin, not_readable
   */
  form({ request }: Visit): Body & { text(name: string): string } {
    checkOrigin(request)
    const body = readBody(request)
    // A session that ended since the page was opened still proves where the form was filled in.
    const cookies = [this.#jar.read(request, 'session'), this.#jar.read(request, 'form')]
    const ours = cookies.some(
      (cookie) => cookie !== undefined && isMark(this.desk.keys.form, cookie, body.csrf),
    )
    if (!ours) throw new Problem('wrong_origin')
    const text = (name: string) => {
      const value = body.typed[name]
      return typeof value === 'string' ? value : ''
    }
    return { ...body, text }
  }

  view(visit: Visit, title: string, { typed = {}, problem }: Partial<Shown> = {}): View {
    const { session, language, to } = visit
    const { assets, demo } = this.desk.options
    const place = session?.stage === 'full' || session?.stage === 'demo' ? session.place : undefined
    const lines = place && assignmentLines(session?.places ?? [], { current: place.assignment_id, language })
    const acting = lines?.find(({ current }) => current)?.label ?? ''
    const parts = {
      assets: { css: assets.href('throughline.css'), icon: assets.href('icon.svg') },
      demo,
      assignments: lines ?? [],
      nav: [],
      actor: place && { name: place.name, acting },
      csrf: this.#formFor(visit),
      language,
    }
    return { shell: shellOf({ title }, parts), language, typed: withoutSecrets(typed), problem, to }
  }

  /**
   * Shows the page again with what was wrong; a machine gets the reasons alone.
   * @throws Problem for a machine
   */
  async again(visit: Visit, page: Page, { because, typed }: { because: Reason[]; typed: Typed }) {
    const problem = new Problem('not_valid', because)
    if (wantsJson(visit.request)) throw problem
    const draw = (shown: Problem) => Promise.resolve(page(visit, { typed, problem: shown }))
    return sendPage(visit.reply, await inOrderOfFields(problem, draw), problem.status)
  }

  async show(visit: Visit, page: Page) {
    return sendPage(visit.reply, await page(visit))
  }

  go({ reply }: Visit, to: string) {
    return reply.redirect(to, 303)
  }

  keepSession({ reply }: Pick<Visit, 'reply'>, token: string): void {
    this.#jar.put(reply, 'session', { value: token })
  }

  /** Signs the browser out: it forgets the session and whatever it kept of our pages. */
  forget({ reply }: Visit): void {
    this.#jar.drop(reply, 'session')
    reply.header('clear-site-data', '"cache", "storage"')
  }

  /** Signs the browser in, and knows it from now on, unless others use the device too. */
  remember(
    { request, reply }: Visit,
    { token, email, shared }: { token: string; email: string; shared: boolean },
  ): void {
    this.#jar.put(reply, 'session', { value: token })
    if (shared) return
    const { keys, clock } = this.desk
    const known = this.#jar.read(request, 'browser')
    const value = rememberedBrowser(keys.browser, known, { email, now: clock.now() })
    this.#jar.put(reply, 'browser', { value, lasting: lasting.knownBrowser })
  }

  /** The address of a next step, with where the person was going. */
  along(path: string, { to }: Visit): string {
    return to === '/' ? path : `${path}?${new URLSearchParams({ to })}`
  }

  /** Goes where a try led: to the next step, or to where the person was going. */
  proceed(visit: Visit, entry: Exclude<Entry, { outcome: 'wrong' }>) {
    if (entry.outcome === 'nothing_in_force') {
      this.forget(visit)
      return this.go(visit, '/sign-in/nothing-open')
    }
    if (entry.outcome === 'link_owed') return this.go(visit, '/sign-in/link-owed')
    if (entry.outcome === 'full') {
      this.remember(visit, entry)
      return this.go(visit, visit.to)
    }
    this.keepSession(visit, entry.token)
    const next = entry.outcome === 'second_step' ? '/sign-in/second-step' : '/set-up/second-step'
    return this.go(visit, this.along(next, visit))
  }
}
