import ts from 'typescript'
import { nodesOf, parse, read } from '../source.ts'
import { productFiles } from './modules.ts'

/** An act or a look as it is written down: before anything is loaded, whether or not it is exported. */
export type Declared = { kind: 'act' | 'look'; name: string; file: string }

const nameIn = (given: ts.Expression | undefined): string => {
  if (given === undefined || !ts.isObjectLiteralExpression(given)) return '?'
  const property = given.properties.find((one) => one.name?.getText() === 'name')
  return property !== undefined &&
    ts.isPropertyAssignment(property) &&
    ts.isStringLiteralLike(property.initializer)
    ? property.initializer.text
    : '?'
}

/** Every `act({ name: … })` and `look({ name: … })` of a file. A name that is not written there is `?`. */
export function declaredIn(file: string, text: string): Declared[] {
  return [...nodesOf(parse(file, text))].flatMap((node) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return []
    const kind = node.expression.text
    return kind === 'act' || kind === 'look' ? [{ kind, name: nameIn(node.arguments[0]), file }] : []
  })
}

/** Every act and look of the product, as written down. */
export const readDeclared = (): Declared[] =>
  productFiles(/\b(?:act|look)[<(]/).flatMap((file) => declaredIn(file, read(file)))
