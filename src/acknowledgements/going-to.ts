import { z } from 'zod'
import { pathOf } from '#access/sign-in/page.ts'

/** Where somebody was going, as a path of this site: anything else is the front door. */
export const goingTo = z.string().default('/').catch('/').transform(pathOf)
