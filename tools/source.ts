import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** The folder the repository stands in. */
export const root = fileURLToPath(new URL('../', import.meta.url))

/** Folders of other people's files and of generated ones, and what a run leaves behind. */
const outside = ['node_modules', 'dist', '.git', '.data', 'coverage', 'test-results', 'playwright-report']

/**
 * Files of the repository, sorted, relative to it, with forward slashes.
 * @param patterns globs, for example `src/**\/*.ts`
 */
export function filesLike(patterns: string | string[], from: string = root): string[] {
  const found = globSync(patterns, {
    cwd: from,
    exclude: outside.map((folder) => `**/${folder}/**`),
    withFileTypes: true,
  })
  return found
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(from.length)
        .replace(/^[/\\]/, '')
        .replaceAll('\\', '/'),
    )
    .sort()
}

export const read = (file: string, from: string = root): string => readFileSync(join(from, file), 'utf8')

/** A source file as a tree whose nodes know their parents and their place. */
export const parse = (file: string, text: string): ts.SourceFile =>
  ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  )

/** Every node below, from the top to the bottom of the file. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node
  const children: ts.Node[] = []
  ts.forEachChild(node, (child) => void children.push(child))
  for (const child of children) yield* nodesOf(child)
}

/** The number of the line a place in a file stands on, counted from 1. */
export const lineOf = (source: ts.SourceFile, position: number): number =>
  source.getLineAndCharacterOfPosition(position).line + 1
