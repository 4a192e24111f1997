import { crc32, deflateSync } from 'node:zlib'

const latin = (text: string) => Buffer.from(text, 'latin1')

/** A PDF of one page. @param extra objects, and what the catalogue says beside its pages */
export function pdf({ catalog = '', objects = '', tail = '' } = {}): Buffer {
  return latin(
    `%PDF-1.7\n1 0 obj <</Type /Catalog /Pages 2 0 R ${catalog}>> endobj\n` +
      '2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n3 0 obj <</Type /Page /Parent 2 0 R>> endobj\n' +
      `${objects}\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n${tail}`,
  )
}

/** An object whose stream is packed. */
export const packed = (says: string, inside: string | Buffer, filter = '/FlateDecode'): string =>
  `9 0 obj <<${says} /Filter ${filter}>> stream\n${deflateSync(inside).toString('latin1')}\nendstream endobj`

export function chunk(type: string, data: Buffer, sum?: number): Buffer {
  const body = Buffer.concat([latin(type), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length)
  frame.writeUInt32BE(sum ?? crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
type Png = {
  width?: number
  height?: number
  rest?: number[]
  pixels?: Buffer
  more?: Buffer[]
  tail?: Buffer
}

/** A grey PNG. @param more chunks between head and pixels */
export function png({
  width = 4,
  height = 3,
  rest = [8, 0, 0, 0, 0],
  pixels,
  more = [],
  tail,
}: Png = {}): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  Buffer.from(rest).copy(head, 8)
  const data = deflateSync(pixels ?? Buffer.alloc((1 + width) * height))
  const end = chunk('IEND', Buffer.alloc(0))
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    ...more,
    chunk('IDAT', data),
    end,
    tail ?? Buffer.alloc(0),
  ])
}

export function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

type Jpeg = {
  frame?: number
  width?: number
  height?: number
  depth?: number
  more?: Buffer[]
  scans?: number
  tail?: Buffer
}

/** A grey JPEG as far as its parts go. @param more segments before the frame */
export function jpeg({
  frame = 0xc0,
  width = 8,
  height = 8,
  depth = 8,
  more = [],
  scans = 1,
  tail,
}: Jpeg = {}): Buffer {
  const shape = Buffer.from([depth, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0])
  const scan = Buffer.concat([
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x3f, 0xff, 0x00, 0x12]),
  ])
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...more,
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(frame, shape),
    segment(0xc4, Buffer.alloc(29, 1)),
    ...Array.from({ length: scans }, () => scan),
    Buffer.from([0xff, 0xd9]),
    tail ?? Buffer.alloc(0),
  ])
}
