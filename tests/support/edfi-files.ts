const around = (root: string, inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://ed-fi.org/5.0.0" xmlns:ann="http://ed-fi.org/annotation">\n${inside}\n</${root}>\n`
const student = (id: string) =>
  `<StudentReference><StudentIdentity><StudentUniqueId>${id}</StudentUniqueId></StudentIdentity></StudentReference>`
const school = '<SchoolIdentity><SchoolId>255901044</SchoolId></SchoolIdentity>'
const descriptor = (name: string, code: string) => `uri://ed-fi.org/${name}Descriptor#${code}`

/** An attendance event of a student on a day, as an Ed-Fi interchange writes it. */
export const attended = (
  id: string,
  on: string,
  { category = 'Unexcused Absence', duration = '1' }: { category?: string; duration?: string } = {},
): string =>
  `<StudentSchoolAttendanceEvent><AttendanceEvent><EventDate>${on}</EventDate>
<AttendanceEventCategory>${descriptor('AttendanceEventCategory', category)}</AttendanceEventCategory>
<AttendanceEventReason>Said at the door</AttendanceEventReason><EventDuration>${duration}</EventDuration></AttendanceEvent>
${student(id)}<SchoolReference>${school}</SchoolReference></StudentSchoolAttendanceEvent>`
export const attendance = (...events: string[]): string =>
  around('InterchangeStudentAttendance', events.join('\n'))

export const incident = (name: string, on: string): string =>
  `<DisciplineIncident id="D_${name}"><IncidentIdentifier>${name}</IncidentIdentifier><IncidentDate>${on}</IncidentDate>
<ReporterName>Moran, Patricia</ReporterName><Behavior><BehaviorDetailedDescription>Hit Sam</BehaviorDetailedDescription>
<Behavior>${descriptor('Behavior', 'School Violation')}</Behavior></Behavior><SchoolReference>${school}</SchoolReference>
</DisciplineIncident>`
const incidentNamed = (name: string) => `<DisciplineIncidentReference><DisciplineIncidentIdentity>
<IncidentIdentifier>${name}</IncidentIdentifier><SchoolReference>${school}</SchoolReference>
</DisciplineIncidentIdentity></DisciplineIncidentReference>`

/** That a student took part in an incident. */
export const tookPart = (name: string, id: string, as = 'Perpetrator'): string =>
  `<StudentDisciplineIncidentBehaviorAssociation>${student(id)}${incidentNamed(name)}
<Behavior>${descriptor('Behavior', 'School Violation')}</Behavior>
<DisciplineIncidentParticipationCode>${descriptor('DisciplineIncidentParticipationCode', as)}</DisciplineIncidentParticipationCode>
</StudentDisciplineIncidentBehaviorAssociation>`

/** What a school did about it, from a day on. */
export const action = (
  name: string,
  id: string,
  { on, discipline, days }: { on: string; discipline: string; days: string },
): string =>
  `<DisciplineAction><DisciplineActionIdentifier>${name}</DisciplineActionIdentifier>
<Discipline>${descriptor('Discipline', discipline)}</Discipline><DisciplineDate>${on}</DisciplineDate>
<DisciplineActionLength>${days}</DisciplineActionLength>${student(id)}
<ResponsibilitySchoolReference>${school}</ResponsibilitySchoolReference></DisciplineAction>`
export const discipline = (...records: string[]): string =>
  around('InterchangeStudentDiscipline', records.join('\n'))
