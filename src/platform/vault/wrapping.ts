import { type Key, openBytes, sealBytes } from './envelope.ts'

/** A key as it lies in the database: sealed under the key above it. */
export type Wrapped = { id: string; under: string; bytes: Buffer }

/** What a key is for: a whole district, or one owner of texts in it. */
export type KeyPlace =
  | { table: 'district_key'; districtId: string }
  | { table: 'data_key'; districtId: string; owner: string }

const placeOf = (place: KeyPlace, id: string) => ({
  table: place.table,
  // A key that is moved to another owner does not open: the owner is part of its place.
  column: place.table === 'data_key' ? `wrapped for ${place.owner}` : 'wrapped',
  row: id,
  districtId: place.districtId,
})

export const wrap = (above: Key, place: KeyPlace, key: Key): Wrapped => ({
  id: key.id,
  under: above.id,
  bytes: sealBytes(above, placeOf(place, key.id), key.bytes),
})

/** @throws when the key above is another one, or this key was made for something else */
export const unwrap = (above: Key, place: KeyPlace, wrapped: Wrapped): Key => ({
  id: wrapped.id,
  bytes: openBytes(above, placeOf(place, wrapped.id), wrapped.bytes),
})
