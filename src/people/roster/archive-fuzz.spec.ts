import { expect, test } from 'vitest'
import { dice } from '#tests/riverside/oneroster-district.ts'
import { sampleRoster } from '#tests/riverside/oneroster-sample.ts'
import { readRoster } from './read-roster.ts'
import { RosterRefused } from './refused.ts'

/** Spoils one to four bytes, most of them in the table of contents, where they do the most harm. */
function spoil(zip: Buffer, roll: () => number): Buffer {
  const spoiled = Buffer.from(zip)
  const table = zip.readUInt32LE(zip.length - 6)
  for (let left = 1 + Math.floor(roll() * 4); left > 0; left -= 1) {
    const from = roll() < 0.7 ? table : 0
    spoiled[from + Math.floor(roll() * (zip.length - from))] = roll() < 0.5 ? 0xff : Math.floor(roll() * 256)
  }
  return spoiled
}

test('whatever is spoiled in a zip, the answer is a roster or a refusal in our own words', async () => {
  const zip = sampleRoster()
  const roll = dice(20_261_016)
  const codes = new Set<string>()
  for (let round = 0; round < 600; round += 1) {
    codes.add(
      await readRoster(spoil(zip, roll)).then(
        () => 'read',
        (error: unknown) => {
          if (!(error instanceof RosterRefused)) throw error
          return error.code
        },
      ),
    )
  }
  // The control: the spoiling did reach the places it was meant for.
  expect([...codes]).toEqual(
    expect.arrayContaining(['read', 'not_a_zip', 'damaged_archive', 'damaged', 'file_missing']),
  )
})
