/** The numbers of a QR code (ISO/IEC 18004), byte mode, error correction level M, versions 1 to 10. */

/** By version: error correction codewords of each block, and the data codewords of every block. */
const blocks: readonly { correction: number; data: readonly number[] }[] = [
  { correction: 10, data: [16] },
  { correction: 16, data: [28] },
  { correction: 26, data: [44] },
  { correction: 18, data: [32, 32] },
  { correction: 24, data: [43, 43] },
  { correction: 16, data: [27, 27, 27, 27] },
  { correction: 18, data: [31, 31, 31, 31] },
  { correction: 22, data: [38, 38, 39, 39] },
  { correction: 22, data: [36, 36, 36, 37, 37] },
  { correction: 26, data: [43, 43, 43, 43, 44] },
]

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

/** Bits that say how long the text is. */
const lengthBits = (version: number) => (version < 10 ? 8 : 16)
const capacity = (version: number) => {
  const data = sum(blocks[version - 1]?.data ?? [])
  return Math.floor((data * 8 - 4 - lengthBits(version)) / 8)
}

/** The smallest version a text fits in. @throws when it has more than 213 bytes */
export function versionFor(bytes: number): number {
  const version = blocks.findIndex((_, index) => capacity(index + 1) >= bytes) + 1
  if (version === 0) throw new Error('The text is too long for the picture')
  return version
}

const logs = new Uint8Array(256)
const powers = new Uint8Array(512)
for (let exponent = 0, value = 1; exponent < 255; exponent++) {
  powers[exponent] = powers[exponent + 255] = value
  logs[value] = exponent
  value = (value << 1) ^ (value & 0x80 ? 0x11d : 0)
}
const at = (table: Uint8Array, index: number) => table[index] as number
const times = (a: number, b: number) => (a === 0 || b === 0 ? 0 : at(powers, at(logs, a) + at(logs, b)))

/** The polynomial whose roots are the first powers of two, without its leading one. */
function generator(degree: number): number[] {
  let poly = [1]
  for (let root = 0; root < degree; root++) {
    const next = [...poly, 0]
    for (const [index, factor] of poly.entries()) {
      next[index + 1] = (next[index + 1] as number) ^ times(factor, at(powers, root))
    }
    poly = next
  }
  return poly.slice(1)
}

/** Reed and Solomon: what is left of the data when the generator is taken out. */
export function correctionOf(data: readonly number[], degree: number): number[] {
  const divisor = generator(degree)
  const rest: number[] = Array.from({ length: degree }, () => 0)
  for (const byte of data) {
    const factor = byte ^ (rest.shift() as number)
    rest.push(0)
    for (const [index, each] of divisor.entries()) rest[index] = (rest[index] as number) ^ times(each, factor)
  }
  return rest
}

function dataCodewords(text: Uint8Array, version: number): number[] {
  const total = sum(blocks[version - 1]?.data ?? [])
  const body = [...text].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const bits = `0100${text.length.toString(2).padStart(lengthBits(version), '0')}${body}`
  const ended = bits + '0'.repeat(Math.min(4, total * 8 - bits.length))
  const bytes = (ended.match(/.{1,8}/g) ?? []).map((eight) => Number.parseInt(eight.padEnd(8, '0'), 2))
  const filler = (index: number) => ((index - bytes.length) % 2 === 0 ? 0xec : 0x11)
  return Array.from({ length: total }, (_, index) => bytes[index] ?? filler(index))
}

/** One codeword of each block in turn: a stain then harms each block a little and none too much. */
const interleaved = (columns: readonly (readonly number[])[]): number[] => {
  const longest = Math.max(...columns.map((column) => column.length))
  return Array.from({ length: longest }, (_, row) => columns.flatMap((column) => column[row] ?? [])).flat()
}

/** The codewords of a text in the order they are drawn. */
export function codewordsOf(text: Uint8Array, version: number): number[] {
  const { correction, data } = blocks[version - 1] as { correction: number; data: readonly number[] }
  const all = dataCodewords(text, version)
  const starts = data.map((_, index) => sum(data.slice(0, index)))
  const parts = starts.map((start, index) => all.slice(start, start + (data[index] as number)))
  return [...interleaved(parts), ...interleaved(parts.map((part) => correctionOf(part, correction)))]
}
