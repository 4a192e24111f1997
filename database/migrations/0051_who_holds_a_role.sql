-- Who holds a role is asked by nearly every act, and which roles somebody holds at every request. Without these both
-- read every assignment of the district, families and teachers included.
create index assignment_by_role on assignment (district_id, role) where ended_at is null;
create index assignment_by_person on assignment (district_id, person_id);
