import ts from 'typescript'
import { filesLike, lineOf, nodesOf, parse, read } from '../source.ts'
import { product } from './ban.ts'

/** Where a statement may be put together from pieces, and why nobody else's text is among them. */
export const puttingTogether: Readonly<Record<string, string>> = {
  'src/coordination/gap-store.ts': 'the piece is one of two comparisons that stand in the same file',
  'src/coordination/school-care-store.ts': 'the piece is the name of a day that stands in the same file',
  'src/installation.ts': 'a database is named by the installation, and a name cannot be a parameter',
  'src/people/roster-compare-store.ts': 'whole statements of this file, without parameters',
  'src/people/roster-family-store.ts': 'whole statements of this file, without parameters',
  'src/people/roster-merge-store.ts': 'whole statements of this file, without parameters',
  'src/people/roster-stage-store.ts': 'names of our own tables and columns, which cannot be parameters',
  'src/platform/database/migrate.ts': 'the name of the database, quoted by the database itself',
  'src/platform/vault/opened.ts': 'names of our own tables and columns, from the list of what is sealed',
  'src/platform/vault/seal-anew.ts': 'names of our own tables and columns, from the list of what is sealed',
  'src/platform/vault/turn-keys.ts': 'how many rows at once and for how long, as this file says',
  'src/platform/database/superuser.ts': 'a password made there, quoted: it cannot be a parameter',
  'src/platform/database/scope.ts': 'ids that were checked and five fixed words: see scope.spec.ts',
}

const verbs = [
  'select',
  'insert into',
  'update',
  'delete from',
  'create',
  'alter',
  'drop',
  'grant',
  'revoke',
  'with',
]
const rarer = ['set local', 'set role', 'set session', 'begin', 'truncate', 'copy']
const statementHead = new RegExp(`^\\s*(?:${[...verbs, ...rarer].join('|')})\\b`, 'i')

const isBuilt = (node: ts.Node): boolean => {
  if (ts.isTemplateExpression(node))
    return !ts.isTaggedTemplateExpression(node.parent) && statementHead.test(node.head.text)
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return ts.isStringLiteralLike(node.left) && statementHead.test(node.left.text)
  return (
    ts.isCallExpression(node) &&
    node.expression.getText() === 'sql.raw' &&
    !node.arguments.every(ts.isStringLiteralLike)
  )
}

/** Lines on which a statement is put together from text instead of being given parameters. */
export function builtIn(file: string, text: string): string[] {
  const source = parse(file, text)
  return [...nodesOf(source)]
    .filter(isBuilt)
    .map((node) => `${file}:${lineOf(source, node.getStart())} a statement put together from text`)
}

/** Reads the product for statements put together from text, and for exceptions nobody needs. */
export function checkStatements(): string[] {
  const files = filesLike(['src/**/*.{ts,tsx}', 'bin/*.js']).filter((file) => product.test(file))
  const found = new Map(files.map((file) => [file, builtIn(file, read(file))]))
  const idle = Object.keys(puttingTogether).filter((file) => (found.get(file) ?? []).length === 0)
  return [
    ...(files.length > 300 ? [] : [`Only ${files.length} files were read`]),
    ...[...found].flatMap(([file, lines]) => (file in puttingTogether ? [] : lines)),
    ...idle.map((file) => `${file} needs no exception for statements`),
  ]
}
