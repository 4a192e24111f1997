import { z } from 'zod'
import { isId } from './ids.ts'

/** Where a page of a list begins: after this row, in the order of an instant and then of ids. */
export type PageKey = { at: Date; id: string }

const shape = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)_(.{36})$/

/** A page key as it stands in an address. Whatever is none begins at the first page. */
export const pageKey = z
  .string()
  .transform((text): PageKey | undefined => {
    const [, at, id] = shape.exec(text) ?? []
    return at === undefined || id === undefined || !isId(id) ? undefined : { at: new Date(at), id }
  })
  .optional()

export const pageKeyText = ({ at, id }: PageKey): string => `${at.toISOString()}_${id}`
