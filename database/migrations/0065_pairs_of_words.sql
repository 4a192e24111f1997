-- A search with two beginnings over a whole district: the two words of a name stand in one row, in the order of their
-- letters, so that both beginnings are ranges of one key. By the words alone, everybody who has the one had to be asked
-- for the other. Few have more than two words, so these are about half as many rows as there are words.
create table student_name_pair (
  district_id uuid not null,
  word text collate "C" not null,
  later_word text collate "C" not null,
  student_id uuid not null,
  primary key (district_id, word, later_word, student_id),
  foreign key (district_id, student_id) references student,
  check (word < later_word)
);
comment on table student_name_pair is 'Every two words of a student''s name, so that two beginnings are found together.';
comment on column student_name_pair.district_id is 'Tenant.';
comment on column student_name_pair.word is 'The word of the two that comes first in the order of their letters.';
comment on column student_name_pair.later_word is 'The other one.';
comment on column student_name_pair.student_id is 'Whose name it is.';

alter table student_name no force row level security;
insert into student_name_pair (district_id, word, later_word, student_id)
select a.district_id, a.word, b.word, a.student_id
from student_name a
join student_name b on b.district_id = a.district_id and b.student_id = a.student_id and b.word > a.word;
alter table student_name force row level security;
-- The wall comes last: it would keep these rows out.
select house.wall('student_name_pair', 'school'), house.may('student_name_pair', 'remove');
