import ts from 'typescript'
import { nodesOf, parse } from '../source.ts'

/** One spec: what it says, where, and the requirements its title or its chapters name. */
export type Title = { file: string; says: string; ids: string[] }

const chapters = ['describe']
const tellers = ['test', 'it', 'journey', 'scenario']

/** `test`, `test.each(rows)`, `describe.sequential`: the word it all begins with. */
function wordOf(callee: ts.Expression): string | undefined {
  if (ts.isIdentifier(callee)) return callee.text
  if (ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee)) return wordOf(callee.expression)
  return undefined
}

const textOf = (node: ts.Expression | undefined): string | undefined => {
  if (node === undefined) return undefined
  if (ts.isStringLiteralLike(node)) return node.text
  return ts.isTemplateExpression(node) ? node.getText().slice(1, -1) : undefined
}

function titleOf(node: ts.Node, words: readonly string[]): string | undefined {
  if (!ts.isCallExpression(node) || node.arguments.length < 2) return undefined
  return words.includes(wordOf(node.expression) ?? '') ? textOf(node.arguments[0]) : undefined
}

/** A sentence of a table of promises, which is a spec once for each row. */
const sentenceOf = (node: ts.Node) =>
  ts.isPropertyAssignment(node) && node.name.getText() === 'says' ? textOf(node.initializer) : undefined

function* above(node: ts.Node): Generator<ts.Node> {
  for (let at = node.parent; at !== undefined; at = at.parent) yield at
}

const idsIn = (text: string) => [...text.matchAll(/\[(R\d{3})\]/g)].map((match) => match[1] as string)
const plain = (text: string) => text.replace(/\s*\[R\d{3}\]/g, '').trim()

/** Every spec of a file. */
export function titlesOf(file: string, text: string): Title[] {
  const titles: Title[] = []
  for (const node of nodesOf(parse(file, text))) {
    const says = titleOf(node, tellers) ?? sentenceOf(node)
    if (says === undefined) continue
    const around = [...above(node)].flatMap((outer) => titleOf(outer, chapters) ?? [])
    titles.push({ file, says: plain(says), ids: [...new Set([says, ...around].flatMap(idsIn))].sort() })
  }
  return titles
}
