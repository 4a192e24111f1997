import { expect, test } from 'vitest'
import { repeated } from '#tests/riverside/oneroster-hostile.ts'
import { entry, sampleFiles, sampleManifest } from '#tests/riverside/oneroster-sample.ts'
import { writeZip } from '#tests/riverside/oneroster-zip.ts'
import { rosterLimits } from './limits.ts'
import { readRoster } from './read-roster.ts'

const gibi = 1024 ** 3
const header = sampleFiles['orgs.csv'].split('\r\n', 1)[0]
const cellOf = (filler: string) => {
  const start = `${header}\r\nd1,,,"`
  return writeZip([
    entry('manifest.csv', sampleManifest({ 'orgs.csv': '' })),
    repeated('orgs.csv', { start, filler, mebibytes: 1024 }),
  ])
}
/** The guards on sizes and packing out of the way, so that only the cell itself is in question. */
const unguarded = {
  ...rosterLimits,
  fileBytes: 2 * gibi,
  totalBytes: 2 * gibi,
  ratio: Number.POSITIVE_INFINITY,
}

/** The most memory in use while the work runs, over what was in use before, in bytes. */
async function mostHeld(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage().rss
  let most = 0
  const look = setInterval(() => (most = Math.max(most, process.memoryUsage().rss - before)), 5)
  await work().finally(() => clearInterval(look))
  return Math.max(most, process.memoryUsage().rss - before)
}

test('a cell of one gibibyte is refused as a bomb, and its archive weighs about a megabyte', async () => {
  const zip = cellOf('x')
  expect(zip.length).toBeLessThan(1_200_000)
  await expect(readRoster(zip)).rejects.toMatchObject({
    code: 'file_too_large',
    detail: { file: 'orgs.csv' },
  })
  const roomy = { ...unguarded, ratio: rosterLimits.ratio }
  await expect(readRoster(zip, { limits: roomy })).rejects.toMatchObject({ code: 'packed_too_tightly' })
})

test('past every other guard, a cell of one gibibyte is refused at the limit and never held', async () => {
  for (const filler of ['x', 'a line of fifteen\n']) {
    const zip = cellOf(filler)
    const held = await mostHeld(async () => {
      await expect(readRoster(zip, { limits: unguarded })).rejects.toMatchObject({
        code: 'cell_too_long',
        detail: { file: 'orgs.csv', limit: '64 KB' },
      })
    })
    expect(held).toBeLessThan(64 * 1024 ** 2)
  }
})
