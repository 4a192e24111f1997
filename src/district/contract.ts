export { calendarOf, findSchool, getDistrict, listSchools } from './store.ts'
export type { SchoolCalendar } from './calendar.ts'
export * from './calendar.ts'
export * from './calendar-hours.ts'
