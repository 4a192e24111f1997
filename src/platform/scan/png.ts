import { promisify } from 'node:util'
import { crc32, deflate, inflate } from 'node:zlib'
import { mostPixels, mostSide, Refused } from './refused.ts'

const unpack = promisify(inflate)
const pack = promisify(deflate)
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

type Chunk = { type: string; data: Buffer }

/** The chunks of a file up to its end. What stands behind the end is not read. @throws Refused */
function chunksOf(file: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = signature.length; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at)
    const end = at + 12 + length
    if (end > file.length) break
    const type = file.toString('latin1', at + 4, at + 8)
    if (crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4)) throw new Refused('broken')
    chunks.push({ type, data: file.subarray(at + 8, end - 4) })
    if (type === 'IEND') return chunks
    at = end
  }
  throw new Refused('broken')
}

/** Samples of a pixel by colour type, and the depths each may have. */
const colours: Readonly<Record<number, { samples: number; depths: readonly number[] }>> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
}

/** Bytes of a line and how many lines, as the head says, before anything is unpacked. @throws Refused */
function shapeOf(head: Chunk | undefined): { line: number; height: number } {
  if (head?.type !== 'IHDR' || head.data.length !== 13) throw new Refused('broken')
  const [width, height] = [head.data.readUInt32BE(0), head.data.readUInt32BE(4)]
  const [depth, colour, compression, filter, interlaced] = head.data.subarray(8)
  const known = colours[colour as number]
  if (known === undefined || !known.depths.includes(depth as number)) throw new Refused('broken')
  if (compression !== 0 || filter !== 0 || interlaced !== 0) throw new Refused('not_supported')
  if (width === 0 || height === 0) throw new Refused('broken')
  if (width > mostSide || height > mostSide || width * height > mostPixels)
    throw new Refused('too_many_pixels')
  return { line: 1 + Math.ceil((width * known.samples * (depth as number)) / 8), height }
}

const written = ({ type, data }: Chunk): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** Exactly the pixels the head promises, and no more are ever unpacked. @throws Refused */
async function pixelsOf(chunks: readonly Chunk[], { line, height }: { line: number; height: number }) {
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  const pixels = await unpack(packed, { maxOutputLength: line * height }).catch(() => {
    throw new Refused('broken')
  })
  if (pixels.length !== line * height) throw new Refused('broken')
  for (let at = 0; at < pixels.length; at += line) if ((pixels[at] as number) > 4) throw new Refused('broken')
  return pixels
}

export const isPng = (file: Buffer): boolean => file.subarray(0, signature.length).equals(signature)

/**
 * Writes a PNG anew from its pixels: what a camera or a program noted beside them, and whatever else was
 * hidden in the file, is gone. @throws Refused
 */
export async function rewritePng(file: Buffer): Promise<Buffer> {
  const chunks = chunksOf(file)
  const shape = shapeOf(chunks[0])
  const pixels = await pixelsOf(chunks, shape)
  const kept = (wanted: string) => chunks.filter(({ type }) => type === wanted).slice(0, 1)
  const [palette] = kept('PLTE')
  if (palette !== undefined && (palette.data.length % 3 !== 0 || palette.data.length > 768))
    throw new Refused('broken')
  const end = { type: 'IEND', data: Buffer.alloc(0) }
  const all = [
    chunks[0] as Chunk,
    ...kept('PLTE'),
    ...kept('tRNS'),
    { type: 'IDAT', data: await pack(pixels) },
    end,
  ]
  return Buffer.concat([signature, ...all.map(written)])
}
