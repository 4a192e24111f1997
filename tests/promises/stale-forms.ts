import type { CastKey } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { partners } from '../riverside/places.ts'

/** A form that edits: who opens it where, and two answers to one of its fields. */
export type FormAt = {
  as: CastKey
  page: string
  to: string
  field: string
  first: string
  second: string
  shown?: string
}

const sofia = families.sofia
const caregiver = sofia.caregivers[0]?.id ?? ''
export const agency = Object.values(partners)[0]?.id ?? ''

/** Every form that edits a row, but for those of which several answers are chosen. */
export const forms: Record<string, FormAt> = {
  'details of a student': {
    as: 'daniel',
    page: `/students/${sofia.id}/details`,
    to: `/students/${sofia.id}/details`,
    field: 'accommodation',
    first: 'A quiet room',
    second: 'A ramp at the door',
  },
  'a choice about a student': {
    as: 'daniel',
    page: `/students/${sofia.id}/details`,
    to: `/students/${sofia.id}/details`,
    field: 'disability',
    first: 'yes',
    second: 'unknown',
    shown: 'Yes',
  },
  'what a family told': {
    as: 'daniel',
    page: `/students/${sofia.id}/family`,
    to: `/students/${sofia.id}/family`,
    field: 'transport',
    first: 'bus',
    second: 'rides',
    shown: 'By bus',
  },
  'a caregiver': {
    as: 'daniel',
    page: `/students/${sofia.id}/caregivers/${caregiver}`,
    to: `/students/${sofia.id}/caregivers/${caregiver}`,
    field: 'phone',
    first: '555-0199',
    second: '555-0188',
  },
  'messages to a caregiver': {
    as: 'daniel',
    page: `/students/${sofia.id}/caregivers/${caregiver}/messages`,
    to: `/students/${sofia.id}/caregivers/${caregiver}/messages`,
    field: 'pausedOn',
    first: '2026-11-20',
    second: '2026-11-27',
  },
  'how somebody is written to': {
    as: 'maya',
    page: '/messages/settings',
    to: '/messages/settings',
    field: 'pausedOn',
    first: '2026-11-20',
    second: '2026-11-27',
  },
  'the entry of an agency': {
    as: 'yolanda',
    page: `/partners/${agency}/entry`,
    to: `/partners/${agency}/entry`,
    field: 'hours',
    first: 'Monday to Friday',
    second: 'Every day',
  },
  'the name of an agency': {
    as: 'yolanda',
    page: `/partners/${agency}/names`,
    to: `/partners/${agency}/names`,
    field: 'name',
    first: 'Cedar Street Family Center',
    second: 'Family Center of Cedar Street',
  },
  'the room at an agency': {
    as: 'noor',
    page: `/partners/${agency}/room`,
    to: `/partners/${agency}/room`,
    field: 'acceptanceNote',
    first: 'Evenings only',
    second: 'Mornings only',
  },
  'the district': {
    as: 'yolanda',
    page: '/schools/district',
    to: '/schools/district',
    field: 'districtName',
    first: 'Riverside Unified Schools',
    second: 'Schools of Riverside',
  },
}
