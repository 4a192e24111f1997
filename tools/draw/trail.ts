import ts from 'typescript'
import { lineOf, nodesOf, parse, read } from '../source.ts'
import { type Drawing, page, table } from './drawing.ts'
import { moduleOf, productFiles } from './modules.ts'

/** A place that leaves a trace. Without a name where the name is not written there. */
export type Recording = { file: string; line: number; name?: string }

/** A line of a module's catalogue of traces. */
export type TraceWords = { file: string; name: string; says: string }

/** The texts a name can be: one, or the two sides of a choice. */
function textsOf(node: ts.Expression | undefined): string[] {
  if (node === undefined) return []
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression)
  if (!ts.isConditionalExpression(node)) return []
  const sides = [textsOf(node.whenTrue), textsOf(node.whenFalse)]
  return sides.some((side) => side.length === 0) ? [] : sides.flat()
}

/** `unit.record('referral.sent', …)`, but not zod's `z.record(…)`. */
const recorded = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) &&
  ts.isPropertyAccessExpression(node.expression) &&
  node.expression.name.text === 'record' &&
  node.expression.expression.getText() !== 'z'

/** Every place in a file that leaves a trace of a change. */
export function recordingsIn(file: string, text: string): Recording[] {
  const source = parse(file, text)
  return [...nodesOf(source)].filter(recorded).flatMap((call) => {
    const place = { file, line: lineOf(source, call.getStart(source)) }
    const names = textsOf(call.arguments[0])
    return names.length === 0 ? [place] : names.map((name) => ({ ...place, name }))
  })
}

const isCatalogue = (node: ts.Node): node is ts.VariableDeclaration =>
  ts.isVariableDeclaration(node) && node.name.getText() === 'traceWords'

/** The catalogue `traceWords` of a module's words, in English. */
export function traceWordsIn(file: string, text: string): TraceWords[] {
  const catalogues = [...nodesOf(parse(file, text))].filter(isCatalogue)
  const english = catalogues
    .flatMap((catalogue) => [...nodesOf(catalogue)])
    .filter((node) => ts.isPropertyAssignment(node))
    .filter((node) => node.name.getText() === 'en')
  return english
    .flatMap(({ initializer }) =>
      ts.isObjectLiteralExpression(initializer) ? [...initializer.properties] : [],
    )
    .filter((property) => ts.isPropertyAssignment(property))
    .map(({ name, initializer }) => ({
      file,
      name: ts.isStringLiteralLike(name) ? name.text : name.getText(),
      says: textsOf(initializer)[0] ?? initializer.getText(),
    }))
}

export const readRecordings = (): Recording[] =>
  productFiles(/\.record\(/).flatMap((file) => recordingsIn(file, read(file)))

export const readTraceWords = (): TraceWords[] =>
  productFiles(/\btraceWords = /).flatMap((file) => traceWordsIn(file, read(file)))

/** What the trail can say of a change, and where it is said. */
export function drawTrail(recordings: readonly Recording[], words: readonly TraceWords[]): Drawing {
  const places = Map.groupBy(recordings, ({ name }) => name)
  const chapters = [...Map.groupBy(words, ({ file }) => moduleOf(file))].map(([module, inside]) => {
    const rows = inside.map(({ name, says }) => [
      `\`${name}\``,
      says,
      [...new Set((places.get(name) ?? []).map(({ file }) => `\`${file}\``))].join('<br>'),
    ])
    return `## ${module}\n\n${table(['name', 'as a person reads it', 'recorded in'], rows)}`
  })
  const intro =
    'Changes by name. Reads, prints and exports carry the name of the look, and refusals that of the act.'
  return page('audit-catalogue', 'What the trail can say', [intro, ...chapters])
}
