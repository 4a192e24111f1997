import { globSync, readFileSync } from 'node:fs'
import { analyse } from 'scslre'
import ts from 'typescript'
import { root } from '../source.ts'

export type Pattern = { where: string; source: string; flags: string }

/** Every pattern that is written down in a file. */
export function patternsIn(name: string, text: string): Pattern[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
  const found: Pattern[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1
      found.push({
        where: `${name}:${line}`,
        source: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
      })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** Patterns whose time grows faster than the text: twice as long, and four times the time, or worse. */
export const slowAmong = (patterns: readonly Pattern[]): string[] =>
  patterns.flatMap(({ where, source, flags }) => {
    const [report] = analyse({ source, flags }).reports
    return report === undefined
      ? []
      : [`${where} /${source}/${flags} takes too long on many of ${JSON.stringify(report.character.pick)}`]
  })

/** Every pattern of what is served, and of the scripts of its pages. */
export function servedPatterns(): Pattern[] {
  const files = globSync(['src/**/*.{ts,tsx}', 'database/**/*.ts', 'bin/*.js'], { cwd: root })
  return files
    .filter((name) => !/\.spec\.tsx?$|-for-specs\.ts$/.test(name))
    .flatMap((name) => patternsIn(name, readFileSync(`${root}/${name}`, 'utf8')))
}
