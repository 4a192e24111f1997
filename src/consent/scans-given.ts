import { z } from 'zod'
import type { Files } from '#platform/http/screen.ts'
import { mostBytes, Refused, Scan, takeScan } from '#platform/scan/scan.ts'
import { documentWords } from './document-words.ts'

/** Scans of one consent at most. */
export const mostDocuments = 5

/** A file looked through: a scan, or why it is none. */
export async function readScan(bytes: Buffer | undefined): Promise<Scan | Refused> {
  if (bytes === undefined) return new Refused('too_large')
  return takeScan(bytes).catch((error: unknown) => {
    if (error instanceof Refused) return error
    throw error
  })
}

/** The files of a form in which a consent is recorded. */
export const scanFiles: Files = { field: 'scans', most: mostDocuments, mostBytes, read: readScan }

const say = documentWords()

/** Scans as an act is given them: nothing but what was looked through and may be kept. */
export const scansGiven = z
  .array(z.union([z.instanceof(Scan), z.instanceof(Refused)], 'Choose a file'))
  .transform((files, given) => {
    const refused = files.find((file) => file instanceof Refused)
    if (refused !== undefined) {
      given.addIssue({ code: 'custom', message: say(`no.${refused.why}`) })
      return z.NEVER
    }
    if (files.length > mostDocuments) given.addIssue({ code: 'custom', message: say('most') })
    return files.filter((file) => file instanceof Scan)
  })
