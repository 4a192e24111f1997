import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { isId } from '../ids.ts'
import { Problem } from '../problem.ts'

type Owner = { byCookie: boolean; ownsForm(csrf: string | undefined): boolean }

/**
 * Reads a form that sends files. Its fields come before the files, so that a form of another session never
 * gets to send one.
 * @param take is handed each file as it comes
 * @returns the fields
 * @throws Problem wrong_origin
 */
export async function readFormWithFiles(
  request: FastifyRequest,
  owner: Owner,
  take: (file: MultipartFile) => Promise<void>,
): Promise<Record<string, string>> {
  const fields: Record<string, string> = {}
  const judge = () => {
    if (owner.byCookie && !owner.ownsForm(fields['_csrf'])) throw new Problem('wrong_origin')
  }
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') fields[part.fieldname] = part.value
      continue
    }
    judge()
    await take(part)
  }
  judge()
  return fields
}

/** The key by which a form that is sent twice is done once. @throws Problem key_missing */
export function keyOfForm(request: FastifyRequest, fields: Readonly<Record<string, string>>): string {
  const header = request.headers['idempotency-key']
  const key = typeof header === 'string' ? header : fields['_key']
  if (key === undefined || !isId(key)) throw new Problem('key_missing')
  return key
}
