import ts from 'typescript'
import { filesLike, lineOf, nodesOf, parse, read } from '../source.ts'
import { type Exception, type Rule, exceptions as ours } from './exceptions.ts'

/** What is kept small, and how small. */
const budgets = { file: 200, line: 110, readme: 15, function: 40, parameters: 3 } satisfies Record<
  Rule,
  number
>

export type Excess = { rule: Rule; file: string; name?: string; line: number; size: number }

const generated = ['database/schema.ts']
const patterns = ['{src,tests,tools,bench,database,bin}/**/*.{ts,tsx,js,css,sql}', '*.config.ts']

/** The name a function is known by where it stands, for messages and exceptions. */
function nameOf(node: ts.SignatureDeclaration): string {
  const own = node.name?.getText()
  if (own !== undefined) return own
  const { parent } = node
  const holder = ts.isCallExpression(parent) ? parent.parent : parent
  if (ts.isVariableDeclaration(holder) || ts.isPropertyAssignment(holder)) return holder.name.getText()
  if (ts.isCallExpression(parent)) return parent.expression.getText().split('\n')[0] as string
  return ts.SyntaxKind[node.kind]
}

/** Given to another function, which decides how many parameters it passes. */
const isCallback = (node: ts.Node) => ts.isCallExpression(node.parent) && node.parent.expression !== node

/** A group of specs is a chapter, not a function: each spec in it is measured for itself. */
const isChapter = (node: ts.Node) =>
  ts.isCallExpression(node.parent) && /^describe(\.|$)/.test(node.parent.expression.getText())

function excessOfFunction(source: ts.SourceFile, node: ts.SignatureDeclaration): Excess[] {
  const line = lineOf(source, node.getStart(source))
  const at = { file: source.fileName, name: nameOf(node), line }
  const found: Excess[] = []
  const lines = lineOf(source, node.end) - line + 1
  if (lines > budgets.function && !isChapter(node)) found.push({ ...at, rule: 'function', size: lines })
  const parameters = node.parameters.filter(({ name }) => name.getText() !== 'this').length
  if (parameters > budgets.parameters && !isCallback(node))
    found.push({ ...at, rule: 'parameters', size: parameters })
  return found
}

/** A statement or a sentence is not broken to fit a column: it would be harder to read, and to find. */
const literalLine = 150

const isText = (node: ts.Node) =>
  ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || ts.isJsxText(node)

/** How many characters of a stretch of the file stand inside texts. */
const textWithin = (texts: readonly ts.Node[], source: ts.SourceFile, [from, to]: [number, number]) =>
  texts.reduce(
    (sum, node) => sum + Math.max(0, Math.min(to, node.end) - Math.max(from, node.getStart(source))),
    0,
  )

function longLines(source: ts.SourceFile, lines: readonly string[]): Excess[] {
  const long = [...lines.entries()].filter(([, line]) => line.length > budgets.line)
  if (long.length === 0) return []
  const texts = [...nodesOf(source)].filter(isText)
  return long.flatMap(([index, line]) => {
    const from = source.getPositionOfLineAndCharacter(index, 0)
    const code = line.length - textWithin(texts, source, [from, from + line.length])
    const fits = code <= budgets.line && line.length <= literalLine
    const excess = { rule: 'line' as const, file: source.fileName, line: index + 1, size: line.length }
    return fits && code < line.length ? [] : [excess]
  })
}

const isFunction = (node: ts.Node): node is ts.FunctionLikeDeclaration =>
  ts.isFunctionLike(node) && 'body' in node

/** What in one file is larger than its budget. */
export function excessOf(file: string, text: string): Excess[] {
  const found: Excess[] = []
  const lines = text.replace(/\n$/, '').split('\n')
  if (file.endsWith('README.md')) {
    return lines.length > budgets.readme ? [{ rule: 'readme', file, line: 1, size: lines.length }] : []
  }
  if (lines.length > budgets.file) found.push({ rule: 'file', file, line: 1, size: lines.length })
  if (!/\.(ts|tsx|js)$/.test(file)) return found
  const source = parse(file, text)
  found.push(...longLines(source, lines))
  for (const node of nodesOf(source)) if (isFunction(node)) found.push(...excessOfFunction(source, node))
  return found
}

const fits = (excess: Excess, exception: Exception) =>
  exception.rule === excess.rule &&
  exception.file === excess.file &&
  (exception.name === undefined || exception.name === excess.name)

const inWords = ({ rule, file, name, line, size }: Excess): string => {
  const most = `at most ${budgets[rule]}`
  if (rule === 'line') return `${file}:${line} ${size} characters in the line, ${most}`
  if (rule === 'parameters') return `${file}:${line} ${name} takes ${size} parameters in a row, ${most}`
  if (rule === 'function') return `${file}:${line} ${name} has ${size} lines, ${most}`
  return `${file} has ${size} lines, ${most}`
}

/**
 * Everything over its budget without a reason, and every reason that is not needed any more, one line each.
 */
export function overBudget(found: readonly Excess[], exceptions: readonly Exception[] = ours): string[] {
  const over = found.filter((excess) => !exceptions.some((exception) => fits(excess, exception)))
  const idle = exceptions
    .filter((exception) => !found.some((excess) => fits(excess, exception)))
    .map(({ rule, file, name = '' }) => `${file} ${name} needs no exception from the ${rule} budget any more`)
  return [...over.map(inWords), ...idle]
}

/** Measures the whole repository. */
export function measure(): string[] {
  const files = [...filesLike(patterns), ...filesLike('src/*/README.md')].filter(
    (file) => !generated.includes(file),
  )
  return overBudget(files.flatMap((file) => excessOf(file, read(file))))
}
