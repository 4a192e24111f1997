import type { Resource, Screen } from '#access/screen.ts'
import { noteResource, notesScreen } from './notes.tsx'

export const screens: Screen[] = [notesScreen]
export const resources: Resource[] = [noteResource]
