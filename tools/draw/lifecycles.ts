import type { Lifecycle } from '#platform/lifecycle.ts'
import { type Drawing, page, table } from './drawing.ts'
import { exportsOf, moduleOf, productFiles } from './modules.ts'

/** A lifecycle of the product: `referralLifecycle` of referrals is the lifecycle of the table `referral`. */
export type Named = { table: string; module: string; lifecycle: Lifecycle }

const isLifecycle = (value: unknown): value is Lifecycle =>
  typeof value === 'object' && value !== null && 'table' in value && 'states' in value && 'acts' in value

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Every lifecycle the product declares. */
export async function readLifecycles(): Promise<Named[]> {
  const files = productFiles(/[= (]lifecycle\(/).filter((file) => file !== 'src/platform/lifecycle.ts')
  const exported = await exportsOf(files)
  return exported.flatMap(({ file, name, value }) =>
    isLifecycle(value)
      ? [{ table: snake(name.replace(/Lifecycle$/, '')), module: moduleOf(file), lifecycle: value }]
      : [],
  )
}

function diagram({ table: transitions, states }: Lifecycle): string {
  const rows = Object.entries(transitions)
  const arrows = rows.flatMap(([from, acts]) =>
    [...Map.groupBy(Object.entries(acts), ([, to]) => to)].map(
      ([to, pairs]) => `  ${from} --> ${to}: ${pairs.map(([act]) => act).join(', ')}`,
    ),
  )
  const ends = rows
    .filter(([, acts]) => Object.keys(acts).length === 0)
    .map(([state]) => `  ${state} --> [*]`)
  return ['```mermaid', 'stateDiagram-v2', `  [*] --> ${states[0]}`, ...arrows, ...ends, '```'].join('\n')
}

/** One page for each lifecycle: the picture, and the same as a table. */
export function drawLifecycle({ table: name, module, lifecycle }: Named): Drawing {
  const head = ['while', ...lifecycle.acts]
  const rows = lifecycle.states.map((state) => [
    state,
    ...lifecycle.acts.map((act) => lifecycle.table[state]?.[act] ?? ''),
  ])
  const where = `The \`state\` of \`${name}\`, declared in \`src/${module}\`. An empty cell is refused.`
  return page(`states/${name}`, `States of ${name.replaceAll('_', ' ')}`, [
    where,
    diagram(lifecycle),
    table(head, rows),
  ])
}
