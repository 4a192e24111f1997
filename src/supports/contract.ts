export { openBriefSupport } from './open-brief-support.ts'
