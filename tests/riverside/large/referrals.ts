import { createHash } from 'node:crypto'
import { nameWords } from '#platform/name-words.ts'
import type { Cell, Table } from './copy.ts'
import { before, dayOf, partnerName, type Plan, staffPlaces } from './places.ts'
import { idAt } from './random.ts'
import { stories, type Story } from './stories.ts'

type Rows = (story: Story) => readonly (readonly Cell[])[]

function* flat(plan: Plan, rows: Rows): Generator<readonly Cell[]> {
  for (const story of stories(plan)) yield* rows(story)
}

const table = (plan: Plan, name: string, columns: string, rows: Rows): Table => ({
  name,
  columns: columns.split(' '),
  rows: flat(plan, rows),
})
const person = (place: number) => idAt('person', place)

const steps = {
  handoff_open: ['make_handoff', 'navigator'],
  sent: ['confirm_receipt', 'partner'],
  received: ['answer_referral', 'partner'],
  accepted: ['book_first_visit', 'navigator'],
  not_accepted: ['choose_partner', 'navigator'],
  scheduled: ['hold_visit', 'partner'],
  in_service: ['ask_one_month', 'partner'],
} as const
const owed = (story: Story): [string | null, Date | null, string | null] => {
  if (story.state === 'withdrawn' || story.state === 'closed') return [null, null, null]
  const [step, owner] = story.engagedAt === null ? steps[story.state] : (['close_loop', 'navigator'] as const)
  return [step, story.due, owner]
}

const packetOf = (story: Story) => ({
  identity: {
    name: `${story.student.given} ${story.student.family}`,
    bornOn: story.student.bornOn,
    grade: story.student.grade,
  },
  caregiver_contact: `${story.student.caregiver} ${story.student.family}, ${story.student.relationship}, 555-0199`,
  language: story.student.language,
  reason: story.category,
  urgency: 'Same week',
})

/** Concern and decision of every referral: what the clocks start from. */
export function triageTables(plan: Plan): Table[] {
  const { district } = plan
  const standard = JSON.stringify({ clock: 'triage', version: 1, unit: 'school_days', amount: 1 })
  return [
    table(
      plan,
      'concern',
      'district_id id school_id student_id source reporter_id observed urgency state received_at due_at due_standard ended_at',
      (story) => [
        [
          district,
          idAt('concern', story.place),
          idAt('school', story.student.school),
          story.student.id,
          'staff',
          person(story.counselor),
          'Quieter than before.',
          'this_week',
          'triaged',
          story.concernAt,
          story.referredAt,
          standard,
          story.referredAt,
        ],
      ],
    ),
    table(
      plan,
      'triage_decision',
      'district_id id concern_id student_id school_id checklist_id checklist_version answers score indicated chosen tier reason_category decided_by decided_at',
      (story) => [
        [
          district,
          idAt('decision', story.place),
          idAt('concern', story.place),
          story.student.id,
          idAt('school', story.student.school),
          idAt('standard', 1),
          1,
          { json: {} },
          8,
          'b',
          'b',
          story.tier,
          story.category,
          person(story.counselor),
          story.referredAt,
        ],
      ],
    ),
  ]
}

const pathway = (plan: Plan): Table[] => [
  table(
    plan,
    'referral',
    'district_id id number student_id school_id decision_id partner_id navigator_id state reason_category service_sought modality referred_at first_referred_at high_need offered_at sent_at received_at accepted_at scheduled_at intake_completed_at first_seen_at engaged_at ended_at next_step next_due_at next_owner',
    (story) => [
      [
        plan.district,
        story.id,
        story.place + 1,
        story.student.id,
        idAt('school', story.student.school),
        idAt('decision', story.place),
        story.stage >= 1 ? idAt('partner', story.partner) : null,
        person(story.navigator),
        story.state,
        story.category,
        'Assessment',
        'in_person',
        story.referredAt,
        story.referredAt,
        story.highNeed,
        story.consentAt,
        story.sentAt,
        story.receivedAt,
        story.acceptedAt,
        story.scheduledAt,
        story.seenAt,
        story.seenAt,
        story.engagedAt,
        story.endedAt,
        ...owed(story),
      ],
    ],
  ),
  table(
    plan,
    'handoff',
    'district_id referral_id student_id navigator_id state opened_at due_at due_standard first_attempt_at conversation_at caregiver_id receipt_by receipt_at transport logistics_at plan_language plan_delivery plan_given_at completed_at',
    (story) => [
      [
        plan.district,
        story.id,
        story.student.id,
        person(story.navigator),
        story.stage >= 4 ? 'complete' : 'open',
        story.referredAt,
        new Date(story.referredAt.getTime() + 21_600_000),
        { json: { clock: 'warm_handoff', version: 1, unit: 'same_day' } },
        story.consentAt,
        story.consentAt,
        idAt('caregiver', story.studentPlace),
        story.receivedAt && 'Intake desk',
        story.receivedAt,
        story.stage >= 4 ? 'own_car' : null,
        story.scheduledAt,
        story.scheduledAt && 'en',
        story.scheduledAt && ['paper'],
        story.scheduledAt,
        story.stage >= 4 ? story.scheduledAt : null,
      ],
    ],
  ),
  table(
    plan,
    'consent',
    'district_id id student_id partner_id referral_id kind grantor_kind caregiver_id grantor_name relationship authority method witness language purpose wording_version starts_at ends_on given_at recorded_by',
    (story) =>
      story.consentAt === null
        ? []
        : [
            [
              plan.district,
              idAt('consent', story.place),
              story.student.id,
              idAt('partner', story.partner),
              story.id,
              'release',
              'caregiver',
              idAt('caregiver', story.studentPlace),
              `${story.student.caregiver} ${story.student.family}`,
              story.student.relationship,
              'parent',
              'phone_witnessed',
              'Interpreter line',
              story.student.language,
              'Referral and continuity',
              '1',
              story.consentAt,
              dayOf(before(plan.now, -200)),
              story.consentAt,
              person(story.navigator),
            ],
          ],
  ),
  table(plan, 'consent_answer', 'district_id consent_id scope partner_id answer items', (story) =>
    story.consentAt === null
      ? []
      : (['referral_disclosure', 'status_feedback', 'safety_signals', 'participation'] as const).map(
          (scope, at) => [
            plan.district,
            idAt('consent', story.place),
            scope,
            idAt('partner', story.partner),
            at < 2 || story.place % 3 !== 0,
            [scope],
          ],
        ),
  ),
]

const atPartner = (plan: Plan): Table[] => {
  const staff = staffPlaces(plan.size)
  return [
    table(
      plan,
      'packet',
      'district_id id referral_id student_id partner_id consent_id route_id content content_hash sent_by sent_at',
      (story) => {
        if (story.sentAt === null) return []
        const content = packetOf(story)
        const hash = `\\x${createHash('sha256').update(JSON.stringify(content)).digest('hex')}`
        return [
          [
            plan.district,
            idAt('packet', story.place),
            story.id,
            story.student.id,
            idAt('partner', story.partner),
            idAt('consent', story.place),
            idAt('route', story.partner),
            { json: content },
            hash,
            person(story.navigator),
            story.sentAt,
          ],
        ]
      },
    ),
    table(plan, 'packet_name', 'district_id partner_id word referral_id', (story) =>
      story.sentAt === null
        ? []
        : nameWords(story.student.given, story.student.family).map((word) => [
            plan.district,
            idAt('partner', story.partner),
            word,
            story.id,
          ]),
    ),
    table(
      plan,
      'disclosure',
      'district_id id student_id referral_id partner_id consent_id direction items purpose at',
      (story) =>
        story.sentAt === null
          ? []
          : [
              [
                plan.district,
                idAt('disclosure', story.place),
                story.student.id,
                story.id,
                idAt('partner', story.partner),
                idAt('consent', story.place),
                'to_partner',
                ['identity', 'caregiver_contact', 'language', 'reason', 'urgency'],
                'Referral and continuity',
                story.sentAt,
              ],
            ],
    ),
    table(
      plan,
      'referral_status',
      'district_id id referral_id student_id partner_id status source happened_at entered_at entered_by',
      (story) =>
        (
          [
            ['received', story.receivedAt],
            ['accepted', story.acceptedAt],
            ['scheduled', story.scheduledAt],
            ['first_appointment_completed', story.seenAt],
          ] as const
        ).flatMap(([status, at], order) =>
          at === null
            ? []
            : [
                [
                  plan.district,
                  idAt('status', story.place * 4 + order),
                  story.id,
                  story.student.id,
                  idAt('partner', story.partner),
                  status,
                  'partner',
                  at,
                  at,
                  person(staff.intake(story.partner)),
                ],
              ],
        ),
    ),
    table(
      plan,
      'appointment',
      'district_id id referral_id student_id partner_id kind starts_at minutes place modality booked_by booked_at result result_at result_by',
      (story) =>
        story.visitAt === null || story.scheduledAt === null
          ? []
          : [
              [
                plan.district,
                idAt('appointment', story.place),
                story.id,
                story.student.id,
                idAt('partner', story.partner),
                'assessment',
                story.visitAt,
                60,
                partnerName(story.partner),
                'in_person',
                person(story.navigator),
                story.scheduledAt,
                story.seenAt && 'attended',
                story.seenAt,
                story.seenAt && person(staff.intake(story.partner)),
              ],
            ],
    ),
    table(
      plan,
      'clinical_responsibility',
      'district_id id student_id referral_id partner_id holder_name holder_credential plan_changer_name closer_id closer_name accepted_at accepted_by ended_at',
      (story) =>
        story.acceptedAt === null
          ? []
          : [
              [
                plan.district,
                idAt('responsibility', story.place),
                story.student.id,
                story.id,
                idAt('partner', story.partner),
                'Robin Lane',
                'LCSW',
                'Robin Lane',
                person(story.navigator),
                'The navigator',
                story.acceptedAt,
                person(staff.intake(story.partner)),
                story.endedAt,
              ],
            ],
    ),
    table(
      plan,
      'school_feedback',
      'district_id id referral_id student_id partner_id sufficient confirmed_by confirmed_at',
      (story) =>
        story.engagedAt === null
          ? []
          : [
              [
                plan.district,
                idAt('feedback', story.place),
                story.id,
                story.student.id,
                idAt('partner', story.partner),
                true,
                person(story.navigator),
                story.engagedAt,
              ],
            ],
    ),
    table(
      plan,
      'referral_ending',
      'district_id referral_id student_id partner_id ending attributed_to asked_by channel ended_by ended_at',
      (story) =>
        story.endedAt === null
          ? []
          : [
              [
                plan.district,
                story.id,
                story.student.id,
                idAt('partner', story.partner),
                story.state === 'withdrawn' ? 'withdrawn' : 'connected',
                ...(story.state === 'withdrawn'
                  ? ['family_choice', 'caregiver', 'phone']
                  : [null, null, null]),
                person(story.navigator),
                story.endedAt,
              ],
            ],
    ),
  ]
}

/** What the trail says of each referral, so that every timeline has something true to show. */
function trailTable(plan: Plan): Table {
  const staff = staffPlaces(plan.size)
  return table(
    plan,
    'audit_event',
    'district_id id at xact kind name person_id role subject_type subject_id student_id',
    (story) =>
      (
        [
          ['concern.raised', story.concernAt, story.counselor, 'counselor'],
          ['triage.decided', story.referredAt, story.counselor, 'counselor'],
          ['consent.recorded', story.consentAt, story.navigator, 'navigator'],
          ['referral.sent', story.sentAt, story.navigator, 'navigator'],
          ['referral.received', story.receivedAt, staff.intake(story.partner), 'partner_intake'],
          ['referral.accepted', story.acceptedAt, staff.intake(story.partner), 'partner_intake'],
          ['appointment.booked', story.scheduledAt, story.navigator, 'navigator'],
          ['appointment.attended', story.seenAt, staff.intake(story.partner), 'partner_intake'],
          ['referral.closed', story.endedAt, story.navigator, 'navigator'],
        ] as const
      ).flatMap(([name, at, who, role], order) =>
        at === null
          ? []
          : [
              [
                plan.district,
                idAt('event', story.place * 10 + order),
                at,
                10 + Math.floor(story.place / 500),
                'change',
                name,
                person(who),
                role,
                'referral',
                story.id,
                story.student.id,
              ],
            ],
      ),
  )
}

export const referralTables = (plan: Plan): Table[] => [
  ...pathway(plan),
  ...atPartner(plan),
  trailTable(plan),
]
