import type { Resource, Screen } from '#access/screen.ts'
import { contactsResource, contactsScreen, phoneResource } from './contacts.tsx'
import { linkResources, linksScreen } from './links.tsx'

export const screens: Screen[] = [contactsScreen, linksScreen]
export const resources: Resource[] = [contactsResource, phoneResource, ...linkResources]
