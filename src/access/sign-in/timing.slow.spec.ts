import { expect, test } from 'vitest'
import { type Even, plantsNoticed, verifyEven } from '#tests/even/verify.ts'

/** How often each is asked: `npm run verify:even` asks five hundred times. */
const times = Number(process.env['THROUGHLINE_ASKS'] ?? 48)
/** Few of them say less, and what else a machine does spoils more. */
const tries = times < 200 ? 3 : 2
const waiting = 60_000 + times * 3 * tries * 1500

const line = ({ way, asks, known, unknown, likely }: Even) =>
  `${way}: ${asks} and ${asks}, medians ${known.toFixed(1)} and ${unknown.toFixed(1)} ms, p = ${likely.toFixed(3)}`

test(
  'Who has an account cannot be told from status, length, words or time: of a sign-in, a new password, an invitation',
  async () => {
    const told = await verifyEven({ times, lanes: 3, tries })
    for (const each of told) console.log(line(each))
    expect(told.map(({ way, amiss }) => ({ way, amiss }))).toEqual(
      told.map(({ way }) => ({ way, amiss: [] })),
    )
    expect(told).toHaveLength(3)
  },
  waiting,
)

test(
  'an answer that comes early, and one that takes eight milliseconds more, would be noticed',
  async () => {
    const noticed = await plantsNoticed({ times: Math.max(times, 100), lanes: 3 })
    expect(Object.values(noticed)).toEqual([true, true])
  },
  waiting,
)
