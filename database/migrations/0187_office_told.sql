-- An office that was told without consent says what it was about: it lies sealed, as it does where it was written down.
select house.sealed('disclosure', '{district_id,id,student_id}', '{recipient_office}');
