import { at } from './named-parts.ts'
import { type Limit, partsOfUnit } from './limits.ts'
import { numbered, said } from './typed.ts'

/**
 * A limit as it was typed, for the schema to judge. What its unit does not have is not asked, so it is not
 * read. Whoever names no unit keeps what stood there.
 */
export function limitFrom(typed: unknown, before?: Limit): unknown {
  const unit = said(typed, 'unit') ?? before?.unit
  const kept = said(typed, 'unit') === undefined ? before : undefined
  const parts = {
    amount: numbered(said(typed, 'amount')) ?? at(kept, 'amount'),
    cutOff: said(typed, 'cutOff') ?? at(kept, 'cutOff'),
    skipHolidays: said(typed, 'skipHolidays') === undefined ? at(kept, 'skipHolidays') : true,
  }
  const own = partsOfUnit(unit).filter((part) => parts[part] !== undefined)
  return { unit, ...Object.fromEntries(own.map((part) => [part, parts[part]])) }
}
