-- A second step that somebody lost, and that was removed, is no way in again after a copy was put back.
select house.takes_back('second_step.removed', 'forget_proofs_again');
