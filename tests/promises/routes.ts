import ts from 'typescript'
import { productFiles } from '../../tools/draw/modules.ts'
import { nodesOf, parse, read } from '../../tools/source.ts'

/** A file that opens addresses on the server by hand, and what it says stands behind them. */
export type ByHand = { file: string; text: string; behind: string[] }

const verbs = new Set(['get', 'head', 'post', 'put', 'patch', 'delete', 'options', 'all', 'route'])
const isObjectWith = (name: string) => (node: ts.Node) =>
  ts.isObjectLiteralExpression(node) && node.properties.some((each) => each.name?.getText() === name)

/** `app.get('/x', { config, … }, …)` and the like: the server refuses a route without such a `config`. */
const opens = (node: ts.Node): boolean =>
  ts.isCallExpression(node) &&
  ts.isPropertyAccessExpression(node.expression) &&
  verbs.has(node.expression.name.text) &&
  node.arguments.some(isObjectWith('config'))

/** What a file opens by hand; undefined when it opens nothing. */
export function byHandIn(file: string, text: string): ByHand | undefined {
  const nodes = [...nodesOf(parse(file, text))]
  if (!nodes.some(opens)) return undefined
  const behind = nodes.flatMap((node) =>
    ts.isPropertyAssignment(node) && node.name.getText() === 'behind' ? [node.initializer.getText()] : [],
  )
  return { file, text, behind }
}

/** Every file of the product that opens an address by hand. */
export const readByHand = (): ByHand[] =>
  productFiles(/\bconfig\b/).flatMap((file) => byHandIn(file, read(file)) ?? [])

/**
 * Addresses that only claim what stands behind them: a text that is no door of its own, or the name of an act
 * or a look that the file never asks.
 */
export function claims({ file, text, behind }: ByHand, ownDoors: readonly string[]): string[] {
  const isKept = (said: string) => {
    const asked = /(\w+)\.name$/.exec(said)?.[1]
    if (asked !== undefined) return new RegExp(`\\b${asked}\\.(?:perform|see)\\(`).test(text)
    return ownDoors.some((door) => said === `'${door}'`)
  }
  const lies = behind.filter((said) => !isKept(said)).map((said) => `${file}: ${said}`)
  return behind.length === 0 ? [`${file}: says nothing`] : lies
}
