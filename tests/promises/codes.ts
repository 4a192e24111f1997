import { join, relative } from 'node:path'
import ts from 'typescript'
import { filesLike, root } from '../../tools/source.ts'

/** The codes something can answer with, as the type checker knows them. */
export type Codes = {
  file: string
  /** Of an act, the constant it is exported as; of a judgement, the name of its type. */
  name: string
  codes: readonly string[]
  /** Whether the checker knows every code: a text of any kind could be anything. */
  closed: boolean
}

function program(planted: Readonly<Record<string, string>>): ts.Program {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile) as { config: unknown }
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const host = ts.createCompilerHost(options)
  const inMemory = new Map(Object.entries(planted).map(([file, text]) => [join(root, file), text]))
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (file) => inMemory.has(file) || fileExists(file)
  host.readFile = (file) => inMemory.get(file) ?? readFile(file)
  host.getSourceFile = (file, ...how) => {
    const text = inMemory.get(file)
    return text === undefined
      ? getSourceFile(file, ...how)
      : ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  }
  const own = filesLike('src/**/*.{ts,tsx}').filter((file) => !/\.spec\.tsx?$/.test(file))
  return ts.createProgram([...own.map((file) => join(root, file)), ...inMemory.keys()], options, host)
}

const partsOf = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type])

function asCodes(type: ts.Type): Pick<Codes, 'codes' | 'closed'> {
  const parts = partsOf(type).filter(({ flags }) => (flags & ts.TypeFlags.Never) === 0)
  const codes = parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : []))
  return { codes, closed: codes.length === parts.length }
}

const isExported = (node: ts.Node) =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

/** Constants that hold an act, with the codes of its refusals. */
function actsIn(source: ts.SourceFile, checker: ts.TypeChecker): Omit<Codes, 'file'>[] {
  const statements = source.statements.filter((each) => ts.isVariableStatement(each)).filter(isExported)
  return statements
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .flatMap((declaration) => {
      const type = checker.getTypeAtLocation(declaration.name)
      const refusals = type.aliasSymbol?.name === 'Act' ? type.aliasTypeArguments?.[1] : undefined
      return refusals === undefined ? [] : [{ name: declaration.name.getText(), ...asCodes(refusals) }]
    })
}

/** Types that name the obstacles a judgement can find. */
function obstaclesIn(source: ts.SourceFile, checker: ts.TypeChecker): Omit<Codes, 'file'>[] {
  return source.statements
    .filter((each) => ts.isTypeAliasDeclaration(each))
    .filter((each) => isExported(each) && /Obstacle/.test(each.name.text))
    .map((each) => ({ name: each.name.text, ...asCodes(checker.getTypeAtLocation(each.name)) }))
}

/**
 * Every act of the product with the codes it can refuse in, and every type of obstacles a rule returns.
 * @param planted files that are not there, by path, for the control
 */
export function readCodes(planted: Readonly<Record<string, string>> = {}): {
  acts: Codes[]
  obstacles: Codes[]
} {
  const made = program(planted)
  const checker = made.getTypeChecker()
  const sources = made.getSourceFiles().filter(({ fileName }) => fileName.startsWith(join(root, 'src/')))
  const named = (read: typeof actsIn) =>
    sources.flatMap((source) =>
      read(source, checker).map((each) => ({ file: relative(root, source.fileName), ...each })),
    )
  return { acts: named(actsIn), obstacles: named(obstaclesIn) }
}

type Saying = { says(code: string): string }

/** Codes a person would read as they are, because nothing says them in words. */
export const wordless = ({ file, name, codes, closed }: Codes, { says }: Saying): string[] => [
  ...(closed ? [] : [`${name} in ${file}: any text`]),
  ...codes.filter((code) => says(code) === code).map((code) => `${name} in ${file}: ${code}`),
]
