import ts from 'typescript'
import { type Exported, exportsOf, productFiles } from '../../tools/draw/modules.ts'
import { textsOf } from '../../tools/draw/texts.ts'
import { nodesOf, parse, read } from '../../tools/source.ts'

/** A place that asks for a job. Without a name where the name cannot be read there. */
export type Asked = { file: string; task?: string }

/** `unit.enqueue(…)` and the like; the one place that hands every job on names none. */
const asks = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) &&
  ts.isPropertyAccessExpression(node.expression) &&
  node.expression.name.text === 'enqueue'

/** The task of `{ task: 'a/b', … }`, or of `{ task, … }` with what is declared under that name. */
function taskIn(given: ts.Expression | undefined): string[] {
  if (given === undefined || !ts.isObjectLiteralExpression(given)) return []
  const property = given.properties.find((one) => one.name?.getText() === 'task')
  if (property === undefined) return []
  if (ts.isShorthandPropertyAssignment(property)) return textsOf(property.name)
  return ts.isPropertyAssignment(property) ? textsOf(property.initializer) : []
}

/** Every job a file asks for, in code and in a statement of its own. */
export function askedIn(file: string, text: string): Asked[] {
  const inCode = [...nodesOf(parse(file, text))].filter(asks).flatMap((node): Asked[] => {
    const tasks = taskIn(node.arguments[0])
    return tasks.length === 0 ? [{ file }] : tasks.map((task) => ({ file, task }))
  })
  const inSql = [...text.matchAll(/house\.enqueue\('([^']+)'/g)].map((match) => ({
    file,
    task: match[1] as string,
  }))
  return [...inCode, ...inSql]
}

/** Every job the product asks for. */
export const readAsked = (): Asked[] =>
  productFiles(/\.enqueue\(/).flatMap((file) => askedIn(file, read(file)))

/** Jobs that are asked for and never done, and jobs that are done and never asked for. */
export function unmatched(asked: readonly Asked[], jobs: readonly { name: string }[]) {
  const names = new Set(jobs.map(({ name }) => name))
  const tasks = new Set(asked.map(({ task }) => task))
  return {
    unreadable: asked.filter(({ task }) => task === undefined).map(({ file }) => file),
    undone: asked.flatMap(({ task, file }) =>
      task === undefined || names.has(task) ? [] : [`${task} in ${file}`],
    ),
    idle: [...names].filter((name) => !tasks.has(name)),
  }
}

/** Something the house can tell: the constant it is exported as, and its name. */
export type Told = { constant: string; name: string }

/** Every happening the product declares. */
export async function readHappenings(): Promise<Told[]> {
  const exported: Exported[] = await exportsOf(productFiles(/= happening[<(]/))
  return exported
    .map(({ name, value }) => ({ constant: name, name: (value as { name?: unknown }).name }))
    .filter((one): one is Told => typeof one.name === 'string' && one.name.includes('/'))
}

/** The constants that are told somewhere. */
export const toldIn = (text: string): string[] =>
  [...text.matchAll(/\.tell\((\w+)/g)].map((match) => match[1] as string)

export const readTold = (): Set<string> =>
  new Set(productFiles(/\.tell\(/).flatMap((file) => toldIn(read(file))))

/** Happenings nothing follows, and those nobody tells. */
export const lost = (
  happenings: readonly Told[],
  told: ReadonlySet<string>,
  followed: ReadonlySet<string>,
) => ({
  unheard: happenings.filter(({ name }) => !followed.has(name)).map(({ name }) => name),
  untold: happenings.filter(({ constant }) => !told.has(constant)).map(({ name }) => name),
})
