import ts from 'typescript'
import { lineOf, nodesOf, parse, read } from '../source.ts'
import { productFiles } from './modules.ts'

/** A text that leads somewhere in the house, with its changing parts as `x`. */
export type Link = { file: string; line: number; to: string }

/** Says where an address is, rather than leading to it. */
const declares = (node: ts.Node) =>
  ts.isPropertyAssignment(node.parent) && node.parent.name.getText() === 'address'

/** What a text begins with, as a path. Where something is glued on to a word, only what stands before it is known. */
function pathOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text
  if (!ts.isTemplateExpression(node) || node.head.text === '/') return undefined
  let path = node.head.text
  for (const { literal } of node.templateSpans) {
    if (!path.endsWith('/')) return /[?#]/.test(path) ? path : `${path}*`
    path += `x${literal.text}`
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

const quoted = (text: string) => text.replace(/[.-]/g, '\\$&')
const asPattern = (address: string) => new RegExp(`^${quoted(address).replace(/:\w+/g, '[^/]+')}$`)

/** Links that lead to none of the addresses. */
export function astray(links: readonly Link[], addresses: readonly string[]): Link[] {
  const patterns = addresses.map(asPattern)
  const plain = addresses.map((address) => address.replace(/:\w+/g, 'x'))
  const leads = (to: string) =>
    to.endsWith('*')
      ? plain.some((address) => address.startsWith(to.slice(0, -1)))
      : patterns.some((one) => one.test(to))
  return links.filter(({ to }) => !leads(to))
}

/** Every link of the product. What platform and the commands call a path is a place on the disk. */
export const readLinks = (): Link[] =>
  productFiles(/['"`]\/[a-z]/)
    .filter((file) => !/^src\/(?:platform|commands|design\/sheet)\/|for-specs/.test(file))
    .flatMap((file) => linksIn(file, read(file)))
