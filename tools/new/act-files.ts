import { camel, spaced } from './names.ts'
import type { NewFiles } from './write.ts'

export type NewAct = {
  module: string
  /** verb-noun, in kebab-case. */
  name: string
  /** noun.past: how the trail calls it. */
  trace: string
}

const act = ({ module, name, trace }: NewAct) => {
  const subject = trace.split('.')[0] as string
  const id = `${camel(subject.replaceAll('_', '-'))}Id`
  return `import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { id } from '#platform/given.ts'

/** To ${spaced(name)}: say here what it does, and for whom. */
export const ${camel(name)} = act({
  name: '${module}/${name}',
  by: [],
  given: z.object({ ${id}: id }),
  async do(unit, { ${id} }) {
    const subject = { type: '${subject}', id: ${id} }
    unit.permit(false, subject)
    unit.record('${trace}', subject)
    return done({ ${id} })
  },
})
`
}

const spec = ({ name, trace }: NewAct) => {
  const id = `${camel((trace.split('.')[0] as string).replaceAll('_', '-'))}Id`
  return `import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { ${camel(name)} } from './${name}.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

describe('To ${spaced(name)}', () => {
  test('nobody may, until it is decided who may', async () => {
    const attempt = ${camel(name)}.perform(world.being('maya'), { ${id}: newId() })
    await expect(attempt).rejects.toMatchObject({ code: 'not_allowed' })
    expect(await world.trail()).toEqual([])
  })
})
`
}

/** An act that refuses everybody, and its spec. What is left to write is what only a person knows. */
export const actFiles = (given: NewAct): NewFiles => ({
  [`src/${given.module}/${given.name}.ts`]: act(given),
  [`src/${given.module}/${given.name}.spec.ts`]: spec(given),
})

const catalogue = /(export const traceWords = catalog\(\{\n {2}en: \{)(\n|\})/

/**
 * The words of a module with one more line in its catalogue of traces. @throws when it has no such catalogue
 */
export function withTrace(words: string, { trace }: Pick<NewAct, 'trace'>): string {
  if (!catalogue.test(words)) throw new Error('The words of the module have no traceWords to add a line to')
  const says = trace.replaceAll(/[._]/g, ' ')
  const line = `    '${trace}': '${says.charAt(0).toUpperCase()}${says.slice(1)}',`
  return words.replace(
    catalogue,
    (_, head: string, end: string) => `${head}\n${line}\n${end === '}' ? '  }' : ''}`,
  )
}
