export { resources as partnerResources, screens as partnerScreens } from './addresses.ts'
