import type { Place } from '../assignments.ts'
import type { AuthPool } from './auth-pool.ts'
import { places } from './places-store.ts'

/** What the person behind an account may act as now, their own assignments before those they cover. */
export const placesOf = (auth: AuthPool, loginId: string, now: Date): Promise<Place[]> =>
  auth.all(places, { login: loginId, now })
