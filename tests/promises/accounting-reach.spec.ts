import { expect, test } from 'vitest'
import { filesLike, read } from '../../tools/source.ts'
import { tries } from './accounting-tries.ts'
import { tellingActs } from './telling-acts.ts'

const sources = filesLike('src/**/*.ts')
  .filter((file) => !file.endsWith('.spec.ts') && file !== 'src/consent/disclosures.ts')
  .map((file) => ({ file, text: read(file) }))
const tried = Object.keys(tries).map((name) => name.split(' ')[0])
const untried = (acts: ReturnType<typeof tellingActs>) =>
  [...acts.keys()].filter((act) => !tried.includes(act))

test('every act that tells somebody outside is tried against what left, and no file that tells is beside them [R135]', () => {
  const acts = tellingActs(sources)
  expect(acts.size).toBeGreaterThanOrEqual(20)
  expect(untried(acts)).toEqual([])
  const reached = new Set([...acts.values()].flatMap((files) => [...files]))
  const telling = sources.filter(({ text }) => /\baddDisclosure\(unit\b/.test(text)).map(({ file }) => file)
  expect([...reached].sort()).toEqual(telling)
})

test('an act that nobody tries is found, where it writes by itself and where what it calls does', () => {
  const helper = {
    file: 'src/classroom/pass-on.ts',
    text: `export function passOn(unit: Unit) {\n  addDisclosure(unit, { items: ['identity'] })\n}\n`,
  }
  const byCall = {
    file: 'src/classroom/tell-more.ts',
    text: `import { passOn } from './pass-on.ts'\nexport const tellMore = act({\n  name: 'classroom/tell-more',\n  do: (unit) => passOn(unit),\n})`,
  }
  const byItself = {
    file: 'src/classroom/tell-all.ts',
    text: `export const tellAll = act({\n  name: 'classroom/tell-all',\n  do: (unit) => addDisclosure(unit, {}),\n})`,
  }
  const acts = tellingActs([...sources, helper, byCall, byItself])
  expect(untried(acts).sort()).toEqual(['classroom/tell-all', 'classroom/tell-more'])
})
