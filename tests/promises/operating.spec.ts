import { expect, test } from 'vitest'
import { reading } from '../../src/access/pace.ts'
import { argon, lasting, passwordLength, tries } from '../../src/access/sign-in/limits.ts'
import { askLimit } from '../../src/concerns/public-page.ts'
import { rosterLimit } from '../../src/people/roster-limit.ts'
import { shippedMessageRules } from '../../src/standards/message-rules.ts'
import { headersTimeout } from '../../src/platform/http/app.ts'
import { read } from '../../tools/source.ts'

const rules = shippedMessageRules
const minutes = (milliseconds: number) => milliseconds / 60_000

/** What the page for operators says of numbers that stand in the code. */
const said = (): string[] => [
  `password of ${passwordLength.withSecondStep} characters or more, and a second step`,
  `password of ${passwordLength.alone} characters or more`,
  `up to ${passwordLength.most} characters`,
  `${tries.account} in ${minutes(lasting.throttle)} minutes for an account, ${tries.address} for an address`,
  `${tries.inARow} in a row`,
  `set a new one: ${tries.mail} in ${minutes(lasting.throttle)} minutes`,
  `Links live ${minutes(lasting.link)} minutes`,
  `after ${minutes(lasting.idle)} minutes without use and after ${minutes(lasting.session) / 60} hours`,
  `older than ${minutes(lasting.proof)} minutes`,
  `${argon.waiting} wait`,
  `${askLimit.address} requests from one network in ${askLimit.minutes} minutes, ${askLimit.school} at one school and ${askLimit.district}`,
  `a roster ${rosterLimit.megabytes} MB`,
  `more than ${reading.most} pages in a ${reading.milliseconds === 60_000 ? 'minute' : 'while'}`,
  `within ${headersTimeout / 1000} seconds`,
  `turned away ${rules.triesRefused} times is set apart; while nobody takes it, it is tried for ${rules.tryForHours} hours`,
  `nobody takes within ${rules.tellAfterMinutes} minutes`,
  `quiet from ${rules.quietFrom} until ${rules.quietUntil}; a digest goes out at ${rules.digestAt}`,
  `a family gets at most ${rules.familyPerWeek} messages a week`,
]

/** Numbers the page does not say as they are. */
const unsaid = (page: string): string[] => {
  const text = page.replaceAll(/\s+/g, ' ')
  return said().filter((one) => !text.includes(one))
}

test('the page for operators says the numbers that are in force, and a wrong one would be noticed', () => {
  const page = read('docs/operating.md')
  expect(unsaid(page)).toEqual([])
  expect(unsaid(page.replace('Links live 30 minutes', 'Links live 40 minutes'))).toEqual([
    'Links live 30 minutes',
  ])
})
