import { part, whole } from '#tests/privacy/scene.ts'
import { type Told, verifyPrivacy } from '#tests/privacy/verify.ts'
import { partTwice, type TwiceTold, verifyTwice, wholeTwice } from '#tests/privacy/twice/verify.ts'
import { parseArgs } from 'node:util'
import { startTestServer } from '#tests/support/server.ts'

const { values } = parseArgs({ options: { part: { type: 'boolean', default: false } } })
const say = (line: string) => console.log(line)
const count = (number: number) => number.toLocaleString('en-US')

/** @returns what is amiss */
function amissIn({ leaks, hollow, unseen, seeded }: Told): string[] {
  return [
    ...leaks.map((leak) => `Leak: ${leak}`),
    ...hollow.map((what) => `Hollow: ${what}`),
    ...unseen.map((column) => `Hollow: nobody was shown ${column}`),
    ...Object.entries(seeded).flatMap(([what, found]) => (found ? [] : [`Not noticed: ${what}`])),
  ]
}

/** @returns what is amiss where the same world was told twice */
const amissTwice = ({ leaks, seeded, ends, beside }: TwiceTold): string[] => [
  ...leaks.map((leak) => `Leak: ${leak}`),
  ...Object.entries(seeded).flatMap(([what, found]) => (found ? [] : [`Not noticed: ${what}`])),
  ...Object.entries({ ...ends, ...beside }).flatMap(([how, isRight]) =>
    isRight ? [] : [`Read otherwise than it should: ${how}`],
  ),
]

const from = performance.now()
const { server, stop } = await startTestServer()
const both = async () => {
  const words = await verifyPrivacy(server, {
    extent: values.part ? part : whole,
    each: ({ who, role, by }, { pages, leaks }) =>
      say(`${who}, ${role}, ${by}: ${count(pages)} answers so far, ${leaks.length} leaks`),
  })
  return { told: words, twice: await verifyTwice(server, values.part ? partTwice : wholeTwice, say) }
}
const { told, twice } = await both().finally(stop)

const seconds = ((performance.now() - from) / 1000).toFixed(0)
say(`${count(told.words)} words of ours, ${told.people} people, ${count(told.pages)} answers, ${told.letters} letters and
${told.lines} lines of log: ${count(told.bytes)} bytes, searched in ${(told.searching / 1000).toFixed(1)} s of ${seconds}`)
for (const [what, found] of Object.entries(told.seeded)) say(`${found ? 'noticed' : 'MISSED '}  ${what}`)
say(`The same world twice: ${count(twice.facts)} facts of ${twice.classes.length} classes, ${twice.people} people,
${count(twice.answers)} pairs of answers and ${twice.letters} letters`)
for (const [what, found] of Object.entries({ ...twice.seeded, ...twice.ends, ...twice.beside }))
  say(`${found ? 'noticed' : 'MISSED '}  ${what}`)
const amiss = [...amissIn(told), ...amissTwice(twice)]
for (const line of amiss) say(line)
say(
  amiss.length === 0
    ? 'Nobody was shown what they may not know, and every leak was noticed.'
    : `${amiss.length} amiss`,
)
process.exitCode = amiss.length === 0 ? 0 : 1
