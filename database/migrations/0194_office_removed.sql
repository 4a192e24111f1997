-- What was told of a student is removed with the rest of the record, also where the ledger names the office.
select house.goes_with('referral', 'disclosure', 't.student_id = $2', '{recipient_office}');
