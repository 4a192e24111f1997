create index assignment_of_every_school on assignment (district_id) where whole_district;
