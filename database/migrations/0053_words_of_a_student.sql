-- Whether a student has another word of a search is asked of many students in a row: with the word in the index each is
-- one look. By the key it was three, because the word stands before the student there.
drop index student_name_by_student;
create index student_name_by_student on student_name (district_id, student_id, word);
