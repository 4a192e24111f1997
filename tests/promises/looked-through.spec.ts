import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '#access/roles.ts'
import { clamdAt, scannerPlace } from '#platform/scan/scanner.ts'
import { newId } from '#platform/ids.ts'
import { clamdForSpecs, eicar } from '#tests/support/clamd.ts'
import { actorOf, cast, type CastKey } from '#tests/riverside/cast.ts'
import { multipartForm } from '#tests/support/multipart.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { addDocuments } from '../../src/consent/add-documents.ts'
import { receiveRoster } from '../../src/people/receive-roster.ts'
import { house } from '../../src/compose.ts'

type Place = { url: string; field: string; by: readonly Role[] }

/** Everywhere a file is sent to: forms of the house, and the two addresses that stand beside it. */
const places: readonly Place[] = [
  ...house.resources.flatMap(({ address, act, files }) =>
    files === undefined ? [] : [{ url: address, field: files.field, by: act.by as readonly Role[] }],
  ),
  { url: '/roster/imports', field: 'file', by: receiveRoster.by },
  { url: '/consents/:consentId/documents', field: 'scans', by: addDocuments.by },
]

let world: World
let clamd: Awaited<ReturnType<typeof clamdForSpecs>>
let pages: Awaited<ReturnType<typeof pagesOf>>
const attempts: { route: string; code: string }[] = []
beforeAll(async () => {
  world = await riverside()
  clamd = await clamdForSpecs()
  const scanner = clamdAt(scannerPlace(clamd.at))
  pages = await pagesOf(world, undefined, { scanner, attempted: (line) => void attempts.push(line) })
})
afterAll(async () => {
  await pages.close()
  await clamd.close()
  await world.close()
})
beforeEach(() => {
  clamd.how.behaves = 'scans'
  clamd.scanned.length = 0
  attempts.length = 0
  pages.broken.length = 0
})

/** Sends a file as a machine does, by somebody who may. @returns status and code of the answer */
async function send({ url, field, by }: Place, bytes: Buffer) {
  const as = (Object.keys(cast) as CastKey[]).find((key) => by.includes(actorOf(key).role))
  const file = { field, name: 'a.pdf', type: 'application/pdf', bytes }
  const { payload, contentType } = multipartForm({ _csrf: 'token', _key: newId() }, file)
  const headers = {
    accept: 'application/json',
    host: 'riverside.example',
    origin: 'http://riverside.example',
  }
  const reply = await pages.app.inject({
    method: 'POST',
    url: url.replaceAll(/:\w+Id/g, () => newId()),
    headers: { ...headers, 'x-cast': as, 'content-type': contentType },
    payload,
  })
  return [reply.statusCode, (JSON.parse(reply.body) as { code: string }).code]
}

const noRow = async () => {
  const { rows } = await world.admin.query<{ documents: number; imports: number }>(
    'select (select count(*) from consent_document) as documents, (select count(*) from roster_import) as imports',
  )
  return rows
}

describe('A file sent to any address that takes files', () => {
  test('knows them all', () => {
    expect(places.map(({ url }) => url).toSorted()).toEqual([
      '/consents/:consentId/documents',
      '/referrals/:referralId/consents',
      '/roster/imports',
      '/school-days',
      '/screening/instruments',
      '/screening/rounds/:roundId/results',
    ])
  })

  test.each(places)(
    'at $url is refused when it does harm, nothing is kept, and it is written down',
    async (place) => {
      expect(await send(place, eicar)).toEqual([422, 'harmful'])
      expect(clamd.scanned).toEqual([eicar])
      expect(attempts).toEqual([expect.objectContaining({ code: 'harmful' })])
      expect(await noRow()).toEqual([{ documents: 0, imports: 0 }])
    },
  )

  test.each(places)(
    'at $url is refused while the scanner is down, and whoever runs it is told',
    async (place) => {
      clamd.how.behaves = 'hangs up'
      expect(await send(place, eicar)).toEqual([503, 'not_looked_through'])
      expect(pages.broken.map(({ name }) => name)).toContain('ScannerSilent')
      expect(await noRow()).toEqual([{ documents: 0, imports: 0 }])
    },
  )

  test.each(places)('at $url is read on when the scanner found nothing', async (place) => {
    const [, code] = await send(place, Buffer.from('nothing that does harm'))
    expect(clamd.scanned).toHaveLength(1)
    expect(['harmful', 'not_looked_through']).not.toContain(code)
  })
})
