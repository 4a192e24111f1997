import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { systemActor } from '#access/actor.ts'
import type { Doer } from '#access/doer.ts'
import { Pace } from '#access/pace.ts'
import { openForm, shellOf } from '#access/shell.ts'
import { hashOf, isToken } from '#access/sign-in/secrets.ts'
import { type Door, languageOf } from '#access/visit.ts'
import { momentWords } from '#consent/contract.ts'
import type { Shell } from '#design/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { sendPage, sendProblem, wantsJson } from '#platform/http/answer.ts'
import { type Body, readBody } from '#platform/http/body.ts'
import { checkOrigin } from '#platform/http/headers.ts'
import { Problem } from '#platform/problem.ts'
import type { Language } from '#platform/words.ts'
import { type AtTheAddress, openSchools, senderAt } from '../agreement-store.ts'
import { receiveNotice } from '../receive-notice.ts'
import { senderPath } from '../sent.ts'
import { senderDoorWords } from '../sender-words.ts'
import { type Doorway, isFromMachine, keepBytes, receiveFromMachine } from './machine-door.ts'
import { ClosedPage, ReceiptPage, SenderPage, type Wrong } from './sender-page.tsx'

export type SenderDoor = Doorway & {
  assets: Shell['assets']
  demo: boolean
  markOf: Door['markOf']
}

const codeIn = (request: FastifyRequest) => (request.params as Record<string, string>)['code'] ?? ''

/** The key of whoever sends, typed into the form. Never in an address; a machine signs instead. */
const keyIn = ({ given }: Body): string => (typeof given['key'] === 'string' ? given['key'].trim() : '')

const shellFor = ({ assets, demo }: SenderDoor, request: FastifyRequest) => {
  // This page is written in two languages.
  const language: Language = languageOf(request) === 'es' ? 'es' : 'en'
  const parts = { assets, demo, assignments: [], nav: [], actor: undefined, csrf: openForm, language }
  return { language, shell: shellOf({ title: senderDoorWords(language)('title') }, parts) }
}

/** What of a form is shown again. Never the key, and never what has no place here. */
const shownAgain = ({ typed }: Body): Record<string, string> =>
  Object.fromEntries(
    ['name', 'bornOn', 'grade', 'schoolId'].flatMap((name) => {
      const value = typed[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )

/** What was wrong, in the words of the page. */
function wrongIn(problem: Problem, language: Language): Wrong[] {
  const say = senderDoorWords(language)
  if (problem.code === 'too_many') return [{ says: say('too_many') }]
  if (problem.code === 'sign_in_needed') return [{ says: say('wrong_key'), field: 'key' }]
  return problem.because.map(({ code, says, field }) => {
    if (code === 'unrecognized_keys') return { says: say('more') }
    const own = `error_${field ?? ''}`
    if (problem.code === 'not_valid')
      return { says: say.has(own) ? say(own as 'error_name') : say('error_other'), field: field ?? 'name' }
    return { says, ...(field !== undefined && { field }) }
  })
}

type Sending = { door: SenderDoor; at: AtTheAddress; request: FastifyRequest; body: Body; language: Language }

/** Carries the notice in, for whoever proved to be this desk. @throws Problem */
async function send({ door, at, request, body, language }: Sending) {
  const key = keyIn(body)
  const hash = isToken(key) ? hashOf(key) : null
  const proven = await senderAt(door.db, { code: codeIn(request), hash, at: door.clock.now() })
  if (proven?.opens !== true || proven.senderId !== at.senderId) throw new Problem('sign_in_needed')
  const { key: _, ...given } = body.given
  const { db, clock, reactions } = door
  const actor = { ...systemActor(at.districtId), senderId: at.senderId }
  const doer: Doer = { db, clock, reactions, actor }
  const asking = body.key === undefined ? undefined : { key: body.key, request: body.request }
  const outcome = await receiveNotice.perform(doer, given, asking)
  if (outcome.done) return outcome.result
  const because = outcome.because.map((code) => {
    const field = receiveNotice.fieldOf(code)
    return { code, says: receiveNotice.says(code, language), ...(field !== undefined && { field }) }
  })
  throw new Problem('refused', because)
}

const schoolsAt = ({ db, clock }: SenderDoor, { districtId }: AtTheAddress) =>
  db.transaction({ districtId, side: 'system' }, async (tx) => {
    const calendar = await calendarOf(tx)
    return {
      timeZone: calendar.timeZone,
      schools: await openSchools(tx, dayOf(calendar, clock.now())),
    }
  })

type Answering = { door: SenderDoor; request: FastifyRequest; reply: FastifyReply }

async function showForm(
  { door, request, reply }: Answering,
  at: AtTheAddress,
  again?: { body: Body; problem: Problem },
) {
  const { shell, language } = shellFor(door, request)
  const { schools } = await schoolsAt(door, at)
  const { agency, label } = at
  const page = {
    shell,
    language,
    schools,
    agency,
    label,
    to: senderPath(codeIn(request)),
    typed: again === undefined ? {} : shownAgain(again.body),
    wrong: again === undefined ? [] : wrongIn(again.problem, language),
  }
  return sendPage(reply, <SenderPage {...page} />, again?.problem.status ?? 200)
}

function closed({ door, request, reply }: Answering) {
  if (wantsJson(request)) return sendProblem(reply, new Problem('not_found'))
  const { shell, language } = shellFor(door, request)
  return sendPage(reply, <ClosedPage shell={shell} language={language} />, 404)
}

async function receive(answering: Answering, at: AtTheAddress) {
  const { door, request, reply } = answering
  const { shell, language } = shellFor(door, request)
  const body = readBody(request)
  try {
    const { receipt, receivedAt } = await send({ door, at, request, body, language })
    const { timeZone } = await schoolsAt(door, at)
    const when = momentWords(new Date(receivedAt), { timeZone, now: door.clock.now(), language })
    const from = senderDoorWords(language)('from', { agency: at.agency, label: at.label })
    const page = { shell, language, receipt, when, from, to: senderPath(codeIn(request)) }
    return sendPage(reply, <ReceiptPage {...page} />)
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error
    return showForm(answering, at, { body, problem: error })
  }
}

const anyone = (behind: string) => ({ config: { who: ['anyone'], behind } })

/**
 * The door of those who send Handle With Care notices [R346]: a page and an address of their own, which a key
 * opens while the agreement holds. It takes a notice and gives a receipt; it reads nothing of any child.
 */
export const senderDoor =
  (door: SenderDoor): FastifyPluginAsync =>
  async (app) => {
    keepBytes(app)
    const pace = new Pace({ most: 60, milliseconds: 60_000 })
    const find = (request: FastifyRequest) =>
      senderAt(door.db, { code: codeIn(request), hash: null, at: door.clock.now() })
    app.get('/handle-with-care/from/:code', anyone('carenotices/sender-door'), async (request, reply) => {
      const at = await find(request)
      return at === undefined ? closed({ door, request, reply }) : showForm({ door, request, reply }, at)
    })
    app.post('/handle-with-care/from/:code', anyone(receiveNotice.name), async (request, reply) => {
      // A machine that signs has no cookie that could be misused, and comes from no page.
      if (!isFromMachine(request)) checkOrigin(request)
      if (pace.take(door.markOf(request), performance.now()) > 0) throw new Problem('too_many')
      const at = await find(request)
      if (at === undefined) return closed({ door, request, reply })
      return isFromMachine(request)
        ? receiveFromMachine({ door, request, reply }, at)
        : receive({ door, request, reply }, at)
    })
  }
