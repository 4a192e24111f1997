import { reactions } from '#access/happening.ts'
import type { Resource, Screen } from '#access/screen.ts'
import { wiring } from './wiring.ts'

const screens: Screen[] = []
const resources: Resource[] = []

/** The whole house: every address that is read or written to, and what follows what. */
export const house = { screens, resources, reactions: reactions(wiring) }
