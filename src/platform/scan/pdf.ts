import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { Refused } from './refused.ts'

const unpack = promisify(inflate)

/** Names by which a document acts, carries files or leads elsewhere, long enough not to appear by chance. */
const acting = [
  'JavaScript',
  'Launch',
  'EmbeddedFiles?',
  'Filespec',
  'OpenAction',
  'RichMedia',
  'AcroForm',
  'SubmitForm',
  'ImportData',
  'GoTo[RE]',
  'Rendition',
  'Collection',
  'SetOCGState',
]
/** Those that packed bytes may spell by chance. */
const short = ['JS', 'AA', 'XFA', 'URI', 'Movie', 'Sound', '3D']
const active = new RegExp(`/(?:${[...acting, ...short].join('|')})(?![A-Za-z0-9])`)
const activeAnywhere = new RegExp(`/(?:${acting.join('|')})`)
/** All that is unpacked of one document, in bytes. */
const mostUnpacked = 64 * 1_048_576

/** Letters of a name may be written as numbers: /J#61vaScript. */
const spelled = (text: string) =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

export const isPdf = (file: Buffer): boolean =>
  /^%PDF-(?:1\.[0-7]|2\.0)[\r\n ]/.test(file.toString('latin1', 0, 9))

/** A document without its streams, and each stream with what is said of it. */
function partsOf(text: string): { outside: string; streams: { says: string; body: string }[] } {
  const streams: { says: string; body: string }[] = []
  let outside = ''
  for (let at = 0; ; ) {
    const from = /stream\r?\n/g
    from.lastIndex = at
    const found = from.exec(text)
    if (found === null) return { outside: outside + text.slice(at), streams }
    const body = from.lastIndex
    const until = text.indexOf('endstream', body)
    if (until === -1) throw new Refused('broken')
    const before = text.slice(at, found.index)
    outside += `${before}\n`
    streams.push({ says: before.slice(before.lastIndexOf(' obj')), body: text.slice(body, until) })
    at = until + 'endstream'.length
  }
}

/** What a stream holds, if it is packed in the usual way. Lists of objects must be. @throws Refused */
async function unpacked({ says, body }: { says: string; body: string }, most: number): Promise<string> {
  const names = spelled(says)
  const usual =
    /\/Filter\s*(?:\[\s*)?\/FlateDecode(?:\s*\])?(?!\s*\/)/.test(names) ||
    /\/Filter\s*\[\s*\/FlateDecode\s*\]/.test(names)
  if (/\/ObjStm(?![A-Za-z])/.test(names) && !(usual || !names.includes('/Filter')))
    throw new Refused('active')
  if (!usual) return /\/ObjStm(?![A-Za-z])/.test(names) ? body : ''
  try {
    return (await unpack(Buffer.from(body, 'latin1'), { maxOutputLength: most, finishFlush: 2 })).toString(
      'latin1',
    )
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw new Refused('unpacks_to_too_much')
    throw new Refused('broken')
  }
}

/**
 * Looks through a PDF, also inside what is packed in it, for anything that acts, carries files or leads away.
 * It is kept as it is: only a document that shows pages and does nothing is taken. @throws Refused
 */
export async function judgePdf(file: Buffer): Promise<void> {
  const text = file.toString('latin1')
  if (!/%%EOF\s*$/.test(text.slice(-1024))) throw new Refused('broken')
  const { outside, streams } = partsOf(text)
  const names = spelled(outside)
  if (/\/Encrypt(?![A-Za-z])/.test(names)) throw new Refused('locked')
  if (active.test(names) || activeAnywhere.test(spelled(text))) throw new Refused('active')
  if (!/\/Type\s*\/Page|\/ObjStm/.test(names)) throw new Refused('broken')
  // A list of objects inside what looks like a stream was put there to be overlooked.
  if (streams.some(({ body }) => spelled(body).includes('/ObjStm'))) throw new Refused('active')
  let left = mostUnpacked
  for (const stream of streams) {
    const inside = await unpacked(stream, left)
    left -= inside.length
    if (left <= 0) throw new Refused('unpacks_to_too_much')
    const isObjects = /\/ObjStm(?![A-Za-z])/.test(spelled(stream.says))
    if (isObjects && /\/Encrypt(?![A-Za-z])/.test(spelled(inside))) throw new Refused('locked')
    if ((isObjects ? active : activeAnywhere).test(spelled(inside))) throw new Refused('active')
  }
}
