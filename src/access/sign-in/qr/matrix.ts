import { codewordsOf, versionFor } from './codewords.ts'

/** A square of dark and light modules, row by row. */
export type Matrix = readonly (readonly boolean[])[]

type Canvas = { size: number; dark: boolean[][]; fixed: boolean[][] }
type Spot = { row: number; column: number }

/** Centres of the alignment marks, by version; each with each, but for the three corners. */
const alignment = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
]

const square = (size: number) => Array.from({ length: size }, () => Array.from({ length: size }, () => false))

function put({ size, dark, fixed }: Canvas, { row, column }: Spot, isDark: boolean) {
  if (row < 0 || column < 0 || row >= size || column >= size) return
  ;(dark[row] as boolean[])[column] = isDark
  ;(fixed[row] as boolean[])[column] = true
}

/** Rings around a centre: `light` says at which distance from it a ring is light. */
function putRings(canvas: Canvas, centre: Spot, rings: { reach: number; light: readonly number[] }) {
  const { reach, light } = rings
  for (let y = -reach; y <= reach; y++) {
    for (let x = -reach; x <= reach; x++) {
      const spot = { row: centre.row + y, column: centre.column + x }
      put(canvas, spot, !light.includes(Math.max(Math.abs(x), Math.abs(y))))
    }
  }
}

function putMarks(canvas: Canvas, version: number) {
  const last = canvas.size - 7
  for (let at = 8; at < canvas.size - 8; at++) {
    put(canvas, { row: 6, column: at }, at % 2 === 0)
    put(canvas, { row: at, column: 6 }, at % 2 === 0)
  }
  const centres = alignment[version - 1] ?? []
  const end = centres.at(-1)
  for (const row of centres) {
    for (const column of centres) {
      const isCorner = (row === 6 && (column === 6 || column === end)) || (row === end && column === 6)
      if (!isCorner) putRings(canvas, { row, column }, { reach: 2, light: [1] })
    }
  }
  for (const centre of [
    { row: 3, column: 3 },
    { row: 3, column: last + 3 },
    { row: last + 3, column: 3 },
  ]) {
    putRings(canvas, centre, { reach: 4, light: [2, 4] })
  }
}

/** The remainder of a polynomial division over bits: the check digits of format and version. */
function checked(value: number, { divisor, degree }: { divisor: number; degree: number }): number {
  let rest = value << degree
  for (let bit = Math.floor(Math.log2(rest || 1)); bit >= degree; bit--) {
    if ((rest >> bit) & 1) rest ^= divisor << (bit - degree)
  }
  return (value << degree) | rest
}

function putFormat(canvas: Canvas, mask: number) {
  // Level M is 00, so the five bits are those of the mask alone.
  const bits = checked(mask, { divisor: 0x537, degree: 10 }) ^ 0x5412
  const { size } = canvas
  for (let i = 0; i < 15; i++) {
    const isDark = ((bits >> i) & 1) === 1
    const across = i < 8 ? size - 1 - i : i === 8 ? 7 : 14 - i
    const down = i < 6 ? i : i < 8 ? i + 1 : size - 15 + i
    put(canvas, { row: 8, column: across }, isDark)
    put(canvas, { row: down, column: 8 }, isDark)
  }
  put(canvas, { row: size - 8, column: 8 }, true)
}

function putVersion(canvas: Canvas, version: number) {
  if (version < 7) return
  const bits = checked(version, { divisor: 0x1f25, degree: 12 })
  for (let i = 0; i < 18; i++) {
    const isDark = ((bits >> i) & 1) === 1
    const near = canvas.size - 11 + (i % 3)
    const far = Math.floor(i / 3)
    put(canvas, { row: far, column: near }, isDark)
    put(canvas, { row: near, column: far }, isDark)
  }
}

/** The free places in the order codewords are drawn: columns of two from the right, up and down in turn. */
function* freePlaces({ size, fixed }: Canvas): Generator<Spot> {
  let upwards = true
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++) {
      const row = upwards ? size - 1 - step : step
      for (const column of [right, right - 1]) if (!fixed[row]?.[column]) yield { row, column }
    }
    upwards = !upwards
  }
}

const masks: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_row, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
]

const bitsOf = (byte: number) => [7, 6, 5, 4, 3, 2, 1, 0].map((at) => (byte >> at) & 1)

function drawn(bytes: Uint8Array, { version, mask }: { version: number; mask: number }): boolean[][] {
  const size = version * 4 + 17
  const canvas: Canvas = { size, dark: square(size), fixed: square(size) }
  putMarks(canvas, version)
  putFormat(canvas, mask)
  putVersion(canvas, version)
  const bits = codewordsOf(bytes, version).flatMap((byte) => bitsOf(byte))
  let next = 0
  for (const { row, column } of freePlaces(canvas)) {
    const isDark = (bits[next++] ?? 0) === 1
    ;(canvas.dark[row] as boolean[])[column] = isDark !== masks[mask]?.(row, column)
  }
  return canvas.dark
}

/** How hard a drawing is to read: long runs, blocks, false corner marks, and too much of one kind. */
function burden(dark: Matrix): number {
  const rows = dark.map((row) => row.map((each) => (each ? '1' : '0')).join(''))
  const columns = rows.map((_, column) => rows.map((row) => row[column]).join(''))
  const lines = [...rows, ...columns]
  const runs = lines.flatMap((line) => line.match(/0{5,}|1{5,}/g) ?? [])
  const corners = lines.flatMap((line) => line.match(/(?=00001011101|10111010000)/g) ?? [])
  const isBlock = (each: string, y: number, x: number) =>
    x > 0 && [rows[y]?.[x - 1], rows[y + 1]?.[x], rows[y + 1]?.[x - 1]].every((other) => other === each)
  const blocks = rows.flatMap((row, y) => [...row].filter((each, x) => isBlock(each, y, x)))
  const share = (rows.join('').match(/1/g) ?? []).length / rows.length ** 2
  const runPoints = runs.reduce((points, run) => points + run.length - 2, 0)
  return runPoints + blocks.length * 3 + corners.length * 40 + Math.floor(Math.abs(share - 0.5) * 20) * 10
}

/** The picture of a text, up to 213 bytes. @throws when it is longer */
export function qrMatrix(text: string): Matrix {
  const bytes = Buffer.from(text, 'utf8')
  const version = versionFor(bytes.length)
  const candidates = masks.map((_, mask) => drawn(bytes, { version, mask }))
  return candidates.reduce((best, each) => (burden(each) < burden(best) ? each : best))
}
