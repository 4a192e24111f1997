import type { Resource, Screen } from '#access/screen.ts'

export const screens: Screen[] = []
export const resources: Resource[] = []
