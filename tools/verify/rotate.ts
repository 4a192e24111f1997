import { parseArgs } from 'node:util'
import { rotate } from '#tests/rotation/rotate.ts'

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '60' }, texts: { type: 'string', default: '2000' } },
})
const say = (line: string) => console.log(line)
const kills = Number(values.kills)
const each = (kill: number) => void (kill % 10 === 0 && say(`${kill} of ${kills} turns killed`))
const told = await rotate({ kills, texts: Number(values.texts), each })

say(
  `${told.texts} texts, turned and killed ${kills} times while more were written; ${told.refused} writes refused`,
)
console.table(Object.fromEntries(told.where))
console.table(told.planted)
const amiss = [
  ...told.lost,
  ...(told.oldKeyOpens ? ['The old key of the installation still opens something'] : []),
  ...Object.entries(told.planted).flatMap(([what, found]) => (found ? [] : [`Not noticed: ${what}`])),
]
for (const line of amiss) say(line)
say(amiss.length === 0 ? 'Every text opens, and the old key opens none.' : `${amiss.length} amiss`)
process.exitCode = amiss.length === 0 ? 0 : 1
