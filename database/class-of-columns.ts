import { classedColumns } from './class-columns.ts'
import type { DataClass } from './classes.ts'

/** The class of each column of each table, one by one. */
export const classOfColumns = (): { table: string; column: string; dataClass: DataClass | 'of_nobody' }[] =>
  Object.entries(classedColumns).flatMap(([table, classes]) =>
    Object.entries(classes).flatMap(([dataClass, columns]) =>
      columns
        .trim()
        .split(/\s+/)
        .map((column) => ({ table, column, dataClass: dataClass as DataClass | 'of_nobody' })),
    ),
  )
