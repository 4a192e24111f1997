import { z } from 'zod'
import { excuses } from '#classroom/contract.ts'
import { choice, day, optionalText, text, ticked, timeOfDay, whole } from '#platform/given.ts'
import { instantAt, type SchoolCalendar } from '#district/contract.ts'
import { visitKinds, visitModalities } from './visit.ts'

/** A visit as an agency gives it: no field of it can hold anything clinical. */
export const visitFields = {
  kind: choice(visitKinds, 'Say what kind of visit it is'),
  onDay: day,
  atTime: timeOfDay,
  minutes: whole(5, 480).default(60),
  modality: choice(visitModalities, 'Say how the visit is held'),
  /** Address, room or link. */
  place: text(120, 'Say where, or give the link'),
  /** For a visit by video: the student has a room where nobody hears. */
  privateSpace: ticked,
  /** Whom the family meets. */
  withWhom: text(80).optional(),
  /** A code of the barrier list: needed when a first visit lies after the same week [R016]. */
  lateReason: optionalText(60),
  /** Why it lies in a time in which the student has to be in class: needed where it does [R168]. */
  classReason: z.preprocess((given) => (given === '' ? undefined : given), choice(excuses).optional()),
}
const Fields = z.object(visitFields)
export type VisitGiven = z.output<typeof Fields>

/** The parts of a visit that are kept, with the instant its day and time mean in the district. */
export const visitFrom = (given: VisitGiven, calendar: SchoolCalendar) => ({
  kind: given.kind,
  startsAt: instantAt(calendar, given.onDay, given.atTime),
  minutes: given.minutes,
  modality: given.modality,
  place: given.place,
  privateSpace: given.privateSpace,
  withWhom: given.withWhom ?? null,
})
