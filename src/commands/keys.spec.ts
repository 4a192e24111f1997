import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandLine } from '#tests/support/command.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { keysCommand } from './keys.ts'

let world: World
let line: Awaited<ReturnType<typeof commandLine>>
beforeAll(async () => {
  world = await riverside()
  line = await commandLine(world)
})
afterAll(async () => {
  await line.close()
  await world.close()
})

test('the keys are turned from the command line, which says how they stand before and after', async () => {
  const before = (await line.run(keysCommand, ['status'])).said.join('\n')
  expect(before).toContain('Keys of districts: 1, retired 0')
  const { said } = await line.run(keysCommand, ['rotate'], { data: true })
  expect(said.join('\n')).toContain('The old one opens nothing any more')
  expect((await line.run(keysCommand, ['status'])).said.join('\n')).toContain(
    'Keys of districts: 1, retired 1',
  )
  const traces = `select person_id from audit_event where name = 'district.keys_turned'`
  expect((await world.admin.query(traces)).rows).toEqual([{ person_id: null }])
  await expect(line.run(keysCommand, ['throw'])).rejects.toThrow('Say what: throughline keys status')
})
