-- Whether a row may be seen is answered from the index that finds it, without a look at the table: each index that lists
-- or counts children and cases carries what the policies look at.

drop index child_of_place;
create index child_of_place on child (place_id, created_at desc) include (province_id, intake_unit, id);
drop index child_of_province;
create index child_of_province on child (province_id, created_at desc) include (place_id, intake_unit, id);
drop index case_file_of_place;
create index case_file_of_place on case_file (place_id, opened_at desc) include (province_id, intake_unit, id);
drop index case_file_of_province;
create index case_file_of_province on case_file (province_id, opened_at desc) include (place_id, intake_unit, id);
