import { createHash } from 'node:crypto'
import multipart, { type MultipartFile } from '@fastify/multipart'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Doer } from '#access/doer.ts'
import type { Shell } from '#design/contract.ts'
import { sendPage, wantsJson } from '#platform/http/answer.ts'
import { keyOfForm, readFormWithFiles } from '#platform/http/form-with-files.ts'
import { checkOrigin } from '#platform/http/headers.ts'
import type { House, Visit } from '#platform/http/house.ts'
import type { LookThrough } from '#platform/http/look-through.ts'
import { isId } from '#platform/ids.ts'
import { Problem } from '#platform/problem.ts'
import { mostBytes, Refused, type Scan, scanTypes, type WhyRefused } from '#platform/scan/scan.ts'
import { addDocuments } from '../add-documents.ts'
import { documentRefusals, documentWords } from '../document-words.ts'
import { consentDocument } from '../look-document.ts'
import { mostDocuments, readScan } from '../scans-given.ts'
import { findReferralOf } from '../store.ts'
import { consentsScreen } from './consents.tsx'

const say = documentWords()
const saysNo = documentRefusals()
type Options = { visit: House<Doer, Shell>['visit']; lookThrough?: LookThrough | undefined }
type Coming = {
  request: FastifyRequest
  visit: Visit<Doer, Shell>
  consentId: string
  lookThrough?: LookThrough | undefined
}

const wrong = (consentId: string, code: WhyRefused | 'choose') =>
  new Problem('not_valid', [
    { code, says: code === 'choose' ? say('choose') : say(`no.${code}`), field: `scan-${consentId}` },
  ])

/**
 * One file of a form, looked through. An empty one was left open.
 * @throws Problem not_valid, harmful, not_looked_through
 */
async function scanOf(
  part: MultipartFile,
  { request, consentId, lookThrough }: Coming,
): Promise<Scan | undefined> {
  const bytes = await part.toBuffer()
  if (bytes.length === 0) return undefined
  const harm = await lookThrough?.(request, { file: bytes, field: `scan-${consentId}` })
  if (harm !== undefined) throw harm
  const read = await readScan(part.file.truncated ? undefined : bytes)
  if (read instanceof Refused) throw wrong(consentId, read.why)
  return read
}

async function receive(coming: Coming): Promise<{ referralId: string }> {
  const { request, visit, consentId } = coming
  const scans: Scan[] = []
  const fields = await readFormWithFiles(request, visit, async (part) => {
    const scan = await scanOf(part, coming)
    if (scan !== undefined) scans.push(scan)
  })
  if (scans.length === 0) throw wrong(consentId, 'choose')
  const asked = createHash('sha256').update(`POST ${request.url}\n`)
  for (const { bytes } of scans) asked.update(createHash('sha256').update(bytes).digest())
  const asking = { key: keyOfForm(request, fields), request: asked.digest() }
  const outcome = await addDocuments.perform(visit.doer, { consentId, scans }, asking)
  if (outcome.done) return outcome.result
  throw new Problem(
    'refused',
    outcome.because.map((code) => ({ code, says: saysNo(code), field: `scan-${consentId}` })),
  )
}

const shownAgain = new Set(['not_valid', 'refused', 'harmful', 'not_looked_through'])

/** The page of the consents again, with what was wrong with a file. */
async function showAgain(reply: FastifyReply, { visit, consentId }: Coming, problem: Problem) {
  const scope = { districtId: visit.doer.actor.districtId, side: 'school' } as const
  const referralId = await visit.doer.db.transaction(scope, (tx) => findReferralOf(tx, consentId))
  const data = await consentsScreen.look.see(visit.doer, { referralId })
  const path = `/referrals/${referralId}/consents`
  const shell = await visit.shell({ title: consentsScreen.title, path, look: consentsScreen.look })
  const view = { shell, path, query: {}, typed: {}, problem, language: visit.language }
  return sendPage(reply, consentsScreen.page(data as never, view), problem.status)
}

const idsIn = (request: FastifyRequest): Record<string, string> => {
  const params = request.params as Record<string, string>
  if (!Object.values(params).every(isId)) throw new Problem('not_found')
  return params
}

/** Hands a scan out: never shown in a page of ours, and able to do nothing where it is opened. */
const sendScan = (reply: FastifyReply, { kind, bytes }: Scan) =>
  reply
    .headers({
      'content-disposition': `attachment; filename="consent.${kind === 'jpeg' ? 'jpg' : kind}"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'content-type': scanTypes[kind],
    })
    .send(bytes)

/**
 * Takes scans of paper consents in and hands them out. It stands beside the other addresses because files are
 * not read like a form; what it does is an act and a look like any other.
 */
export const consentDocuments =
  ({ visit: visitOf, lookThrough }: Options): FastifyPluginAsync =>
  async (app) => {
    const limits = { fileSize: mostBytes, files: mostDocuments, fields: 8, fieldSize: 2000, parts: 14 }
    await app.register(multipart, { limits, throwFileSizeLimit: false })
    const config = { who: addDocuments.by, behind: addDocuments.name }
    const bodyLimit = mostDocuments * mostBytes + 1_048_576
    app.post('/consents/:consentId/documents', { config, bodyLimit }, async (request, reply) => {
      const visit = await visitOf(request, undefined)
      if (visit.byCookie) checkOrigin(request)
      const { consentId = '' } = idsIn(request)
      if (!addDocuments.by.includes(visit.doer.actor.role)) await addDocuments.perform(visit.doer, {})
      if (!request.isMultipart()) throw new Problem('wrong_kind')
      const coming = { request, visit, consentId, lookThrough }
      try {
        const result = await receive(coming)
        const location = `/referrals/${result.referralId}/consents`
        if (!wantsJson(request)) return await reply.redirect(location, 303)
        return await reply.header('location', location).type('application/json').send(JSON.stringify(result))
      } catch (error) {
        const again = error instanceof Problem && shownAgain.has(error.code)
        if (!again || wantsJson(request)) throw error
        return await showAgain(reply, coming, error)
      }
    })
    const read = { who: consentDocument.by, behind: consentDocument.name }
    app.get('/consents/:consentId/documents/:documentId', { config: read }, async (request, reply) => {
      const visit = await visitOf(request, undefined)
      return sendScan(reply, await consentDocument.see(visit.doer, idsIn(request)))
    })
  }
