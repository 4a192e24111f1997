import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import multipart, { type MultipartFile } from '@fastify/multipart'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Doer } from '#access/doer.ts'
import type { Shell } from '#design/contract.ts'
import { sendPage, wantsJson } from '#platform/http/answer.ts'
import { keyOfForm, readFormWithFiles } from '#platform/http/form-with-files.ts'
import { checkOrigin } from '#platform/http/headers.ts'
import type { House, Visit } from '#platform/http/house.ts'
import type { LookThrough } from '#platform/http/look-through.ts'
import { Problem } from '#platform/problem.ts'
import { receiveRoster } from '../receive-roster.ts'
import { rosterLimit } from '../roster-limit.ts'
import { rosterScreenWords } from '../roster-screen-words.ts'
import { rostersScreen } from './rosters.tsx'

const say = rosterScreenWords()

export type UploadOptions = {
  visit: House<Doer, Shell>['visit']
  /** Where an upload lies while it is taken in. It is removed whatever happens. */
  dataDir: string
  lookThrough?: LookThrough | undefined
}

type Upload = { fields: Record<string, string>; fileName: string; fileHash: string }

const fileProblem = (code: string, says: string) => new Problem('not_valid', [{ code, says, field: 'file' }])

/**
 * Writes one file part away, whatever its size says of itself. @throws Problem not_valid when it is too large
 */
async function keep(part: MultipartFile, path: string): Promise<string> {
  const hash = createHash('sha256')
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk)
      next(null, chunk)
    },
  })
  await pipeline(part.file, counted, createWriteStream(path, { mode: 0o600 }))
  if (part.file.truncated) throw fileProblem('too_large', say('too_large', { limit: rosterLimit.megabytes }))
  return hash.digest('hex')
}

type Coming = Pick<UploadOptions, 'lookThrough'> & { request: FastifyRequest; visit: Visit<Doer, Shell> }

async function takeIn({ request, visit, lookThrough }: Coming, path: string): Promise<Upload> {
  const files: { fileName: string; fileHash: string }[] = []
  const fields = await readFormWithFiles(request, visit, async (part) => {
    const fileHash = await keep(part, path)
    if (part.filename !== '') files.push({ fileName: basename(part.filename).slice(0, 255), fileHash })
  })
  const [file] = files
  if (file === undefined) throw fileProblem('missing', say('choose_file'))
  const harm = await lookThrough?.(request, { file: createReadStream(path), field: 'file' })
  if (harm !== undefined) throw harm
  return { fields, ...file }
}

const shownAgain = new Set(['not_valid', 'harmful', 'not_looked_through'])

async function showAgain(reply: FastifyReply, visit: Visit<Doer, Shell>, problem: Problem) {
  const path = rostersScreen.address
  const data = await rostersScreen.look.see(visit.doer, {})
  const shell = await visit.shell({ title: rostersScreen.title, path, look: rostersScreen.look })
  const view = { shell, path, query: {}, typed: {}, problem, language: visit.language }
  return sendPage(reply, rostersScreen.page(data as never, view), problem.status)
}

async function receive(coming: Coming, dataDir: string) {
  const { request, visit } = coming
  await mkdir(dataDir, { recursive: true })
  const folder = await mkdtemp(join(dataDir, 'upload-'))
  try {
    const path = join(folder, 'roster.zip')
    const { fields, fileName, fileHash } = await takeIn(coming, path)
    const key = keyOfForm(request, fields)
    const asked = createHash('sha256').update(`POST ${request.url}\n${fileHash}`).digest()
    const outcome = await receiveRoster.perform(
      visit.doer,
      { fileName, fileHash, path },
      { key, request: asked },
    )
    if (!outcome.done) throw new Problem('refused')
    return outcome.result
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Takes a roster file in. It stands beside the other addresses because a file is streamed to disk and not
 * parsed like a form; what it does is an act like any other, with the same proof of origin and the same key
 * against doing it twice.
 */
export const rosterUpload =
  ({ visit: visitOf, dataDir, lookThrough }: UploadOptions): FastifyPluginAsync =>
  async (app) => {
    const limits = { fileSize: rosterLimit.bytes, files: 1, fields: 8, fieldSize: 2000, parts: 10 }
    await app.register(multipart, { limits, throwFileSizeLimit: false })
    const config = { who: receiveRoster.by, behind: receiveRoster.name }
    const bodyLimit = rosterLimit.bytes + 1_048_576
    app.post('/roster/imports', { config, bodyLimit }, async (request, reply) => {
      const visit = await visitOf(request, undefined)
      if (visit.byCookie) checkOrigin(request)
      if (!receiveRoster.by.includes(visit.doer.actor.role)) await receiveRoster.perform(visit.doer, {})
      if (!request.isMultipart()) throw new Problem('wrong_kind')
      try {
        const result = await receive({ request, visit, lookThrough }, dataDir)
        const location = `/roster/imports/${result.importId}`
        if (!wantsJson(request)) return await reply.redirect(location, 303)
        return await reply.header('location', location).type('application/json').send(JSON.stringify(result))
      } catch (error) {
        const again = error instanceof Problem && shownAgain.has(error.code)
        if (!again || wantsJson(request)) throw error
        return await showAgain(reply, visit, error)
      }
    })
  }
