import { SaxesParser } from 'saxes'
import type { Amiss } from './read-file.ts'

/** One element: what it is called without its prefix, the words in it, and the elements in it. */
export type Element = { readonly name: string; readonly words: string; readonly inside: readonly Element[] }
/** One record of a document: an element right below its root. */
export type XmlRecord = Element & { readonly line: number }
export type XmlRead = {
  readonly root: string
  readonly namespace: string
  readonly records: readonly XmlRecord[]
}

/** No record of an interchange comes near these. */
const [deepest, longestWords, mostInside] = [16, 2000, 400]

class Refused extends Error {
  readonly amiss: Amiss
  constructor(line: number, why: Amiss['why']) {
    super(why)
    this.amiss = { line, why }
  }
}

type Open = { name: string; words: string; inside: Open[]; line: number }

/** What is read of a document so far: the elements that are open, and the records that are whole. */
class Reading {
  readonly #open: Open[] = []
  readonly #most: number
  #count = 0
  root = ''
  namespace = ''
  readonly records: XmlRecord[] = []

  constructor(most: number) {
    this.#most = most
  }

  begin({ local, uri }: { local: string; uri: string }, line: number): void {
    const above = this.#open.at(-1)
    if (above === undefined) [this.root, this.namespace] = [local, uri]
    if (this.#open.length === 1) this.#count = 0
    this.#count += 1
    if (this.#open.length >= deepest || this.#count > mostInside) throw new Refused(line, 'too_deep')
    const element: Open = { name: local, words: '', inside: [], line }
    if (this.#open.length > 1) above?.inside.push(element)
    this.#open.push(element)
  }

  says(words: string, line: number): void {
    const open = this.#open.at(-1)
    // Between the records stand line ends, and between the elements of one too: only leaves hold words.
    if (open === undefined || this.#open.length < 2) return
    open.words += words
    if (open.words.length > longestWords) throw new Refused(line, 'too_deep')
  }

  end(): void {
    const element = this.#open.pop()
    if (element === undefined || this.#open.length !== 1) return
    if (this.records.push(element) > this.#most) throw new Refused(element.line, 'too_long')
  }
}

/**
 * Reads the records of an XML document, one after another. A document that names a document type is refused
 * before anything of it is read: no entity is ever expanded, and none is fetched.
 * @param bytes XML in UTF-8
 * @param most records
 */
export function readRecords(bytes: Uint8Array, most: number): XmlRead | Amiss {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const reading = new Reading(most)
  parser.on('error', () => {
    throw new Refused(parser.line, 'not_xml')
  })
  parser.on('doctype', () => {
    throw new Refused(parser.line, 'names_entities')
  })
  parser.on('opentag', ({ local, uri }) => reading.begin({ local, uri }, parser.line))
  parser.on('closetag', () => reading.end())
  parser.on('text', (words) => reading.says(words, parser.line))
  parser.on('cdata', (words) => reading.says(words, parser.line))
  try {
    parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close()
  } catch (error) {
    if (error instanceof Refused) return error.amiss
    if (error instanceof TypeError) return { line: 1, why: 'not_xml' }
    throw error
  }
  return { root: reading.root, namespace: reading.namespace, records: reading.records }
}

/** The words at the end of a way through elements, or undefined: the first of each name is taken. */
export function wordsAt(element: Element, ...way: readonly string[]): string | undefined {
  let at: Element | undefined = element
  for (const name of way) at = at?.inside.find((each) => each.name === name)
  return at?.words.trim()
}
