import { part, whole } from '#tests/privacy/scene.ts'
import { type Told, verifyPrivacy } from '#tests/privacy/verify.ts'
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

const from = performance.now()
const { server, stop } = await startTestServer()
const told = await verifyPrivacy(server, {
  extent: values.part ? part : whole,
  each: ({ who, role, by }, { pages, leaks }) =>
    say(`${who}, ${role}, ${by}: ${count(pages)} answers so far, ${leaks.length} leaks`),
}).finally(stop)

const seconds = ((performance.now() - from) / 1000).toFixed(0)
say(`${count(told.words)} words of ours, ${told.people} people, ${count(told.pages)} answers, ${told.letters} letters and
${told.lines} lines of log: ${count(told.bytes)} bytes, searched in ${(told.searching / 1000).toFixed(1)} s of ${seconds}`)
for (const [what, found] of Object.entries(told.seeded)) say(`${found ? 'noticed' : 'MISSED '}  ${what}`)
const amiss = amissIn(told)
for (const line of amiss) say(line)
say(
  amiss.length === 0
    ? 'Nobody was shown what they may not know, and every leak was noticed.'
    : `${amiss.length} amiss`,
)
process.exitCode = amiss.length === 0 ? 0 : 1
