import { expect, test } from 'vitest'
import { filesLike, read } from '../../tools/source.ts'

/** Each asks at this moment for the family's yes, and whether whoever said it may still say it. */
const gates = ['crossingNow', 'mayTellSchool', 'mayTellCoordinated', 'mayTellOfCrisis']
/** Where the gate is asked for what is written down here: by whoever judges the same act. */
const askedIn: Readonly<Record<string, string>> = {
  'src/crisis/tell-clinician.ts': 'src/crisis/treating.ts',
  'src/wraparound/add-member.ts': 'src/wraparound/around-team.ts',
  'src/referrals/send-referral.ts': 'src/referrals/send-referral.ts',
}
/** Sending asks who granted it and whether they may, with the reason in words: its own rules say so. */
const asksByItself = ['src/referrals/send-referral.ts']

type Told = { file: string; text: string }
const ungated = (files: readonly Told[], textOf: (file: string) => string) =>
  files
    .filter(({ text }) => /\baddDisclosure\(unit/.test(text))
    .filter(({ file }) => {
      const asked = textOf(askedIn[file] ?? file)
      const gate = asksByItself.includes(file) ? ['mayGrant'] : gates
      return !gate.some((name) => new RegExp(`\\b${name}\\b`).test(asked))
    })
    .map(({ file }) => file)

const sources = filesLike('src/**/*.ts')
  .filter((file) => !file.endsWith('.spec.ts') && !file.startsWith('src/consent/'))
  .map((file) => ({ file, text: read(file) }))

test('whatever tells somebody outside asks a gate which weighs who may say yes at this moment', () => {
  expect(sources.filter(({ text }) => /\baddDisclosure\(unit/.test(text)).length).toBeGreaterThanOrEqual(8)
  expect(ungated(sources, read)).toEqual([])
})

test('one that asks for the answer alone is found', () => {
  const planted = {
    file: 'src/classroom/tell-more.ts',
    text: `const standing = standingOf(consents, asked)\naddDisclosure(unit, { items: ['identity'] })`,
  }
  expect(ungated([planted], () => planted.text)).toEqual([planted.file])
})
