import { z } from 'zod'
import { type DataClass, dataClasses } from '#database/classes.ts'
import { type Cell, type Purpose, purposes } from './minimum-necessary.ts'
import { assignableRoles, type Role } from './roles.ts'
import { shippedCells } from './shipped-minimum-necessary.ts'

/** Every role a person can have has a row. */
export const rolesInMatrix = assignableRoles as [Role, ...Role[]]

/**
 * The most a district may say: what ships. It narrows, and takes back what it narrowed. It never lets anybody
 * know more, for the walls, what a family may not read and what an agency agreed to rest on it [R132].
 */
export const mostKnown = (role: Role, dataClass: DataClass): readonly Purpose[] =>
  shippedCells[role]?.[dataClass]?.for ?? []

const CellBody = z.strictObject({
  for: z.array(z.enum(purposes)),
  because: z.string().trim().min(1).max(200).optional(),
})

/** A version written before a class existed reads with what ships for it. */
const whole = (cells: unknown) =>
  Object.fromEntries(
    assignableRoles.map((role) => [
      role,
      { ...shippedCells[role], ...(cells as Record<string, object> | undefined)?.[role] },
    ]),
  )

const Cells = z.record(z.enum(assignableRoles), z.partialRecord(z.enum(dataClasses), CellBody))

/**
 * A cell as it is read. One the district never wrote anew is what ships now, so that a later release reaches
 * it; one it did never says more than what ships, also where that became less since it was written.
 */
function readCell(role: Role, dataClass: DataClass, cell: Cell | undefined): Cell | undefined {
  const ships = shippedCells[role]?.[dataClass]
  if (cell?.because === undefined) return ships
  return { ...cell, for: cell.for.filter((purpose) => ships?.for.includes(purpose) === true) }
}

/** No version can make reading fail: whoever publishes is told what is wider, and the rest is read. */
const read = ({ cells }: { cells: z.infer<typeof Cells> }) => ({
  cells: Object.fromEntries(
    assignableRoles.map((role) => [
      role,
      Object.fromEntries(
        dataClasses.flatMap((dataClass) => {
          const cell = readCell(role, dataClass, cells[role]?.[dataClass])
          return cell === undefined ? [] : [[dataClass, cell]]
        }),
      ),
    ]),
  ) as z.infer<typeof Cells>,
})

export const MinimumNecessary = z.strictObject({ cells: z.preprocess(whole, Cells) }).transform(read)
export type MinimumNecessary = z.infer<typeof MinimumNecessary>

export type Place = { role: Role; dataClass: DataClass }

/** Whether a cell would let somebody know what nobody in their role ever knows. */
export const isWider = ({ role, dataClass }: Place, cell: Pick<Cell, 'for'>): boolean =>
  cell.for.some((purpose) => !mostKnown(role, dataClass).includes(purpose))

/** A version with one cell written anew. */
export const withCell = (
  { cells }: MinimumNecessary,
  { role, dataClass }: Place,
  cell: Cell,
): MinimumNecessary => ({
  cells: {
    ...cells,
    [role]: {
      ...cells[role],
      [dataClass]: { ...cell, for: purposes.filter((each) => cell.for.includes(each)) },
    },
  },
})

/** What counts of a version: who may know what for which purpose, whatever reason stands beside it. */
export const purposesOf = ({ cells }: MinimumNecessary): unknown =>
  assignableRoles.map((role) =>
    dataClasses.map((dataClass) => purposes.filter((each) => cells[role]?.[dataClass]?.for.includes(each))),
  )

/** The version a new district starts with. */
export const shippedMinimumNecessary: MinimumNecessary = MinimumNecessary.parse({ cells: {} })
