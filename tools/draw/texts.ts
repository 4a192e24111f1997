import ts from 'typescript'
import { nodesOf } from '../source.ts'

const inType = (type: ts.TypeNode | undefined): string[] => {
  if (type === undefined) return []
  if (ts.isUnionTypeNode(type)) return type.types.flatMap(inType)
  return ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? [type.literal.text] : []
}

/**
 * The members of `{ name }: { name: 'a' | 'b' }`: what the type of a taken-apart parameter says of one part.
 */
function inMember(element: ts.BindingElement): string[] {
  const parameter = element.parent.parent
  if (!ts.isParameter(parameter) || parameter.type === undefined || !ts.isTypeLiteralNode(parameter.type))
    return []
  const wanted = (element.propertyName ?? element.name).getText()
  const member = parameter.type.members.find((one) => one.name?.getText() === wanted)
  return member !== undefined && ts.isPropertySignature(member) ? inType(member.type) : []
}

const bare = (node: ts.Expression): ts.Expression =>
  ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)
    ? bare(node.expression)
    : node

function inDeclaration(name: string, source: ts.SourceFile): string[] {
  for (const node of nodesOf(source)) {
    if (ts.isBindingElement(node) && node.name.getText() === name) return inMember(node)
    if ((ts.isParameter(node) || ts.isVariableDeclaration(node)) && node.name.getText() === name) {
      const said = inType(node.type)
      return said.length > 0 ? said : textsOf(node.initializer)
    }
  }
  return []
}

/** Every text of a table: `{ attended: 'appointment.attended', … }`. */
function inTable(name: string, source: ts.SourceFile): string[] {
  for (const node of nodesOf(source)) {
    if (!ts.isVariableDeclaration(node) || node.name.getText() !== name || node.initializer === undefined)
      continue
    const table = bare(node.initializer)
    if (!ts.isObjectLiteralExpression(table)) return []
    return table.properties.flatMap((property) =>
      ts.isPropertyAssignment(property) ? textsOf(property.initializer) : [],
    )
  }
  return []
}

/**
 * Every text an expression can be, as far as its file says: a literal, both sides of a choice, a value of a
 * table, or what the type of a parameter allows. Nothing when it cannot be read.
 */
export function textsOf(node: ts.Expression | undefined): string[] {
  if (node === undefined) return []
  const plain = bare(node)
  if (ts.isStringLiteralLike(plain)) return [plain.text]
  if (ts.isIdentifier(plain)) return inDeclaration(plain.text, plain.getSourceFile())
  if (ts.isElementAccessExpression(plain)) return inTable(plain.expression.getText(), plain.getSourceFile())
  if (!ts.isConditionalExpression(plain)) return []
  const sides = [textsOf(plain.whenTrue), textsOf(plain.whenFalse)]
  return sides.some((side) => side.length === 0) ? [] : sides.flat()
}
