import ts from 'typescript'
import { lineOf, nodesOf, parse, read } from '../source.ts'
import { productFiles } from './modules.ts'

/** A text that leads somewhere in the house, with its changing parts as `{}`. */
export type Link = { file: string; line: number; to: string }

/** Says where an address is, rather than leading to it. */
const declares = (node: ts.Node) =>
  ts.isPropertyAssignment(node.parent) && node.parent.name.getText() === 'address'

/**
 * What a text begins with, as a path. Where something is glued on to a word, only what stands before it is
 * known.
 */
function pathOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text
  if (!ts.isTemplateExpression(node) || node.head.text === '/') return undefined
  let path = node.head.text
  for (const { literal } of node.templateSpans) {
    if (!path.endsWith('/')) return /[?#]/.test(path) ? path : `${path}*`
    path += `{}${literal.text}`
  }
  return path
}

/** Every text of a file that begins like a path of the house. One that ends in `*` may go on. */
export function linksIn(file: string, text: string): Link[] {
  const source = parse(file, text)
  return [...nodesOf(source)].flatMap((node) => {
    const path = pathOf(node)
    if (path === undefined || !/^\/[a-z]/.test(path) || declares(node)) return []
    const to = path.replace(/[?#].*$/s, '')
    return [{ file, line: lineOf(source, node.getStart(source)), to: to.endsWith('/') ? `${to}*` : to }]
  })
}

/** A changing part may stand for any word of an address, and a parameter takes any word of a link. */
function leadsTo(to: string, address: string): boolean {
  const goesOn = to.endsWith('*')
  const asked = (goesOn ? to.slice(0, -1) : to).split('/')
  const there = address.split('/')
  if (goesOn ? there.length < asked.length : there.length !== asked.length) return false
  return asked.every((word, index) => {
    const place = there[index] as string
    const partly = goesOn && index === asked.length - 1
    return word === '{}' || place.startsWith(':') || (partly ? place.startsWith(word) : place === word)
  })
}

/** Links that lead to none of the addresses. */
export const astray = (links: readonly Link[], addresses: readonly string[]): Link[] =>
  links.filter(({ to }) => !addresses.some((address) => leadsTo(to, address)))

/** Every link of the product. What platform and the commands call a path is a place on the disk. */
export const readLinks = (): Link[] =>
  productFiles(/['"`]\/[a-z]/)
    .filter((file) => !/^src\/(?:platform|commands|design\/sheet)\/|for-specs/.test(file))
    .flatMap((file) => linksIn(file, read(file)))
