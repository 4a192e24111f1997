import ts from 'typescript'
import { lineOf, nodesOf, parse, read } from '../source.ts'
import { type Drawing, page, table } from './drawing.ts'
import { moduleOf, productFiles } from './modules.ts'
import { textsOf } from './texts.ts'

/** A place that leaves a trace. Without a name where the name is not written there. */
export type Recording = { file: string; line: number; name?: string }

/** A line of a module's catalogue of traces. */
export type TraceWords = { file: string; name: string; says: string }

/** `unit.record('referral.sent', …)`, but not zod's `z.record(…)`. */
const recorded = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) &&
  ts.isPropertyAccessExpression(node.expression) &&
  node.expression.name.text === 'record' &&
  node.expression.expression.getText() !== 'z'

/** `{ kind: 'sign_in', name: 'session.opened' }`: a trace that is written without an act. */
const written = (node: ts.Node): node is ts.PropertyAssignment =>
  ts.isPropertyAssignment(node) &&
  node.name.getText() === 'name' &&
  ts.isStringLiteral(node.initializer) &&
  /^[a-z_]+\.[a-z_]+$/.test(node.initializer.text)

/** Every place in a file that leaves a trace of a change or of signing in. */
export function recordingsIn(file: string, text: string): Recording[] {
  const source = parse(file, text)
  return [...nodesOf(source)].flatMap((node) => {
    if (!recorded(node) && !written(node)) return []
    const place = { file, line: lineOf(source, node.getStart(source)) }
    const names = textsOf(recorded(node) ? node.arguments[0] : node.initializer)
    return names.length === 0 ? [place] : names.map((name) => ({ ...place, name }))
  })
}

const isCatalogue = (node: ts.Node): node is ts.VariableDeclaration =>
  ts.isVariableDeclaration(node) && /[tT]raceWords$/.test(node.name.getText())

/** The catalogues `traceWords` of a module's words, in English. */
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
  productFiles(/\.record\(|\bname: '[a-z_]+\./).flatMap((file) => recordingsIn(file, read(file)))

export const readTraceWords = (): TraceWords[] =>
  productFiles(/[tT]raceWords = /).flatMap((file) => traceWordsIn(file, read(file)))

/**
 * Texts of a file that are the name of a trace, also inside a statement: bulk work writes its traces in SQL.
 */
export const mentionsIn = (text: string): string[] =>
  [...text.matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map((match) => match[1] as string)

/** Every name that is written anywhere but in a catalogue, with the files it is written in. */
export function readMentions(): Map<string, string[]> {
  const files = productFiles(/'[a-z_]+\.[a-z_]+'/).filter((file) => !/[tT]raceWords = /.test(read(file)))
  const places = files.flatMap((file) => mentionsIn(read(file)).map((name) => ({ name, file })))
  const byName = Map.groupBy(places, ({ name }) => name)
  return new Map([...byName].map(([name, found]) => [name, [...new Set(found.map(({ file }) => file))]]))
}

/** What the trail can say of a change, and where it is said. */
export function drawTrail(
  words: readonly TraceWords[],
  mentions: ReadonlyMap<string, readonly string[]>,
): Drawing {
  const chapters = [...Map.groupBy(words, ({ file }) => moduleOf(file))].map(([module, inside]) => {
    const rows = inside.map(({ name, says }) => {
      const places = (mentions.get(name) ?? []).map((file) => `\`${file}\``)
      return [`\`${name}\``, says, places.join('<br>')]
    })
    return `## ${module}\n\n${table(['name', 'as a person reads it', 'recorded in'], rows)}`
  })
  const intro =
    'Changes by name. Reads, prints and exports carry the name of the look, and refusals that of the act.'
  return page('audit-catalogue', 'What the trail can say', [intro, ...chapters])
}
