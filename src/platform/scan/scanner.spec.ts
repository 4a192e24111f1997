import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, describe, expect, test } from 'vitest'
import { clamdForSpecs, eicar } from '#tests/support/clamd.ts'
import { clamdAt, scannerPlace, ScannerSilent } from './scanner.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

/** A clamd that listens, and the scanner that speaks with it. */
async function scanning(options?: { path?: string; limit?: number }) {
  const clamd = await clamdForSpecs(options)
  undo.push(() => clamd.close())
  return { clamd, scanner: clamdAt(scannerPlace(clamd.at)) }
}

describe('A file that somebody sent', () => {
  test('is sent whole to clamd over its port or its path, and what does harm is found wherever it stands', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clamd-'))
    undo.push(() => rm(folder, { recursive: true }))
    for (const options of [{}, { path: join(folder, 'clamd.ctl') }]) {
      const { clamd, scanner } = await scanning(options)
      const file = randomBytes(700_000)
      const harmful = Buffer.concat([file, eicar, file])
      expect(await scanner.clears(file)).toBe(true)
      expect(await scanner.clears(harmful)).toBe(false)
      expect(await scanner.clears(Readable.from([file, eicar]))).toBe(false)
      expect(clamd.scanned).toEqual([file, harmful, Buffer.concat([file, eicar])])
    }
  })

  test('is not cleared while the scanner is away, says nothing, hangs up, or says what nobody knows', async () => {
    const { clamd, scanner } = await scanning()
    for (const behaves of ['hangs up', 'babbles'] as const) {
      clamd.how.behaves = behaves
      await expect(scanner.clears(eicar), behaves).rejects.toThrow(ScannerSilent)
    }
    clamd.how.behaves = 'silent'
    const close = async () => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      await clamd.close()
    }
    const [ended] = await Promise.allSettled([scanner.clears(eicar), close()])
    expect(ended).toMatchObject({ status: 'rejected', reason: { name: 'ScannerSilent' } })
    await expect(scanner.clears(eicar)).rejects.toThrow(ScannerSilent)
  })

  test('waits no longer than it is told for a scanner that holds the line and says nothing', async () => {
    const { clamd } = await scanning()
    clamd.how.behaves = 'silent'
    const patient = clamdAt(scannerPlace(clamd.at), { patience: 100 })
    await expect(patient.clears(eicar)).rejects.toThrow(ScannerSilent)
  })

  test('is not cleared when it is more than the scanner looks through', async () => {
    const { scanner } = await scanning({ limit: 100_000 })
    await expect(scanner.clears(randomBytes(3_000_000))).rejects.toThrow('could not look through')
    expect(await scanner.clears(randomBytes(50_000))).toBe(true)
  })
})

describe('The place of a scanner', () => {
  test('is a path, or a port of this machine', () => {
    expect(scannerPlace('/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' })
    expect(scannerPlace('127.0.0.1:3310')).toEqual({ host: '127.0.0.1', port: 3310 })
    expect(scannerPlace('[::1]:3310')).toEqual({ host: '::1', port: 3310 })
  })

  test.each(['clamav.example:3310', '10.0.0.7:3310', 'localhost', 'clamd.ctl', ':3310:'])(
    'is never %s: what it is sent is not protected on its way',
    (setting) => expect(() => scannerPlace(setting)).toThrow('a port of this machine'),
  )
})
