import { createHash } from 'node:crypto'
import multipart, { type MultipartFile } from '@fastify/multipart'
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify'
import { isId } from '../ids.ts'
import { Problem } from '../problem.ts'
import { type Body, bodyOf } from './body.ts'
import type { LookThrough } from './look-through.ts'
import type { Files } from './screen.ts'

type Owner = { byCookie: boolean; ownsForm(csrf: string | undefined): boolean }
/** A form that comes in, whose it has to be, and what its files go through first. */
export type Coming = { request: FastifyRequest; owner: Owner; lookThrough: LookThrough | undefined }
type Fields = Record<string, string | string[]>

/** What a field says once more, as a box of several that is ticked too, stands beside what it said. */
function note(fields: Fields, name: string, value: string): void {
  const before = Object.hasOwn(fields, name) ? fields[name] : undefined
  const said = before === undefined ? value : [before, value].flat()
  Object.defineProperty(fields, name, { value: said, enumerable: true, configurable: true, writable: true })
}

/**
 * Reads a form that sends files. What proves whose form it is comes before the files, so that a form of
 * another session never gets to send one.
 * @param take is handed each file as it comes
 * @returns the fields
 * @throws Problem wrong_origin
 */
async function readParts(
  request: FastifyRequest,
  owner: Owner,
  take: (file: MultipartFile) => Promise<void>,
): Promise<Fields> {
  const fields: Fields = {}
  const judge = () => {
    const csrf = fields['_csrf']
    if (owner.byCookie && !owner.ownsForm(typeof csrf === 'string' ? csrf : undefined))
      throw new Problem('wrong_origin')
  }
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') note(fields, part.fieldname, part.value)
      continue
    }
    judge()
    await take(part)
  }
  judge()
  return fields
}

/** The same where each field is asked once. @throws Problem wrong_origin */
export async function readFormWithFiles(
  request: FastifyRequest,
  owner: Owner,
  take: (file: MultipartFile) => Promise<void>,
): Promise<Record<string, string>> {
  const fields = await readParts(request, owner, take)
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value].flat().join('\n')]))
}

/**
 * Reads a form with files into the shape of every other: what was read of each file stands under the name of
 * its field, whether it can be kept or not. A field that was left open sends nothing. Of files that may do
 * harm nothing is read, and the body says what is wrong.
 * @throws Problem wrong_origin, not_readable
 */
export async function readBodyWithFiles(
  { request, owner, lookThrough }: Coming,
  files: Files,
): Promise<Body> {
  const sent: unknown[] = []
  const bytesSent = createHash('sha256')
  let wrong: Problem | undefined
  const fields = await readParts(request, owner, async (part) => {
    const bytes = await part.toBuffer()
    if (part.fieldname !== files.field || bytes.length === 0) return
    bytesSent.update(createHash('sha256').update(bytes).digest())
    wrong ??= await lookThrough?.(request, { file: bytes, field: files.field })
    if (wrong !== undefined) return
    sent.push(await files.read(part.file.truncated ? undefined : bytes))
  })
  const body = bodyOf(request, fields)
  const asked = createHash('sha256').update(body.request).update(bytesSent.digest()).digest()
  return {
    ...body,
    request: asked,
    ...(wrong !== undefined && { wrong }),
    given: sent.length === 0 ? body.given : { ...body.given, [files.field]: sent },
  }
}

/** What a form may say beside its files. */
const words = { fields: 200, fieldSize: 20_000 }

/** The largest request a form with these files makes, in bytes. */
export const bodyLimitOf = ({ most, mostBytes }: Files): number => most * mostBytes + 1_048_576

/** A part of the server in which forms may send these files. */
export const takingFiles =
  ({ most, mostBytes }: Files, open: (app: FastifyInstance) => void): FastifyPluginAsync =>
  async (app) => {
    const limits = { fileSize: mostBytes, files: most, ...words, parts: words.fields + most }
    await app.register(multipart, { limits, throwFileSizeLimit: false })
    open(app)
  }

/** The key by which a form that is sent twice is done once. @throws Problem key_missing */
export function keyOfForm(request: FastifyRequest, fields: Readonly<Record<string, string>>): string {
  const header = request.headers['idempotency-key']
  const key = typeof header === 'string' ? header : fields['_key']
  if (key === undefined || !isId(key)) throw new Problem('key_missing')
  return key
}
